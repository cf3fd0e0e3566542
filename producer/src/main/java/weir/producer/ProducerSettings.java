package weir.producer;

/**
 * What to send and how fast.
 *
 * @param rate transactions per second; of simulated time if there is no pace
 * @param limit how many to send at most
 * @param badShare the share of records that no job should accept
 * @param simulatedStart where simulated time begins in epoch milliseconds; below zero for real time
 */
public record ProducerSettings(
    String topic,
    long seed,
    int users,
    double rate,
    long limit,
    double badShare,
    long simulatedStart) {

  public ProducerSettings {
    if (users < 1 || !(rate > 0) || limit < 0 || !(badShare >= 0 && badShare <= 1)) {
      throw new IllegalArgumentException("users, rate or share out of range");
    }
  }

  public boolean simulated() {
    return simulatedStart >= 0;
  }
}
