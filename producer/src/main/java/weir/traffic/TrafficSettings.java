package weir.traffic;

/**
 * Everything that decides what is sent: the same settings give the same bytes on any machine.
 *
 * @param startMillis the instant at which the simulated time begins, in epoch milliseconds
 */
public record TrafficSettings(
    long seed, int users, Rate rate, long startMillis, Scenario scenario, Hostility hostility) {

  public TrafficSettings {
    if (users < 1) {
      throw new IllegalArgumentException("--users must be at least 1");
    }
  }

  /** The default world, with a log in order. */
  public static TrafficSettings of(long seed, int users, Rate rate, long startMillis) {
    return new TrafficSettings(
        seed, users, rate, startMillis, Scenario.readDefault(), Hostility.NONE);
  }

  public TrafficSettings with(Scenario other) {
    return new TrafficSettings(seed, users, rate, startMillis, other, hostility);
  }

  public TrafficSettings with(Hostility other) {
    return new TrafficSettings(seed, users, rate, startMillis, scenario, other);
  }
}
