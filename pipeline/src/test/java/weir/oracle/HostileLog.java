package weir.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.model.Transaction;
import weir.model.TransactionJson;

/**
 * A log as bad as real ones: out of order, with duplicates that agree and that do not, late, early
 * and malformed records, everything exactly at a limit and just over it. The same seed gives the
 * same bytes.
 */
public final class HostileLog {
  public static final long START = 1_772_323_200_000L;

  private static final long LATENESS = 60_000;
  private static final long SKEW = 5_000;

  private final SplittableRandom random;
  private final int users;
  private final int partitions;
  private final List<Unsent> unsent = new ArrayList<>();
  private final HostileUsers people;

  /** A record that knows when it reaches the log, and not yet where. */
  private record Unsent(
      long logTime, int number, int partition, @Nullable Payload key, @Nullable Payload value) {}

  private HostileLog(long seed, int users, int partitions) {
    this.random = new SplittableRandom(seed);
    this.users = users;
    this.partitions = partitions;
    this.people = new HostileUsers(random);
  }

  /**
   * Makes a log.
   *
   * @param transactions how many there are before duplicates and bad records are added
   * @param meanGapMillis the mean time from one to the next, over all users
   * @return the records of each partition in their order, one partition after the other
   */
  public static List<LogRecord> generate(
      long seed, int users, int partitions, int transactions, int meanGapMillis) {
    HostileLog log = new HostileLog(seed, users, partitions);
    long time = START;
    for (int i = 0; i < transactions; i++) {
      time += log.random.nextInt(2 * meanGapMillis + 1);
      log.transaction(i, time);
    }
    return log.inLogOrder();
  }

  private void transaction(int number, long time) {
    // A few users are busy, so that their windows are full; ties come from whole seconds.
    int busy = Math.max(1, users / 10);
    int user = random.nextInt(3) == 0 ? random.nextInt(busy) : random.nextInt(users);
    long eventTime = random.nextInt(4) == 0 ? time / 1000 * 1000 : time;
    Transaction tx = people.pay(user, "t" + number, eventTime);
    send(tx, eventTime + delay());
    switch (random.nextInt(40)) {
      case 0 -> send(tx, eventTime + random.nextInt(2000));
      case 1 -> send(tx, eventTime + LATENESS - random.nextInt(2000));
      case 2 -> send(people.contradict(tx, 0), eventTime + random.nextInt(50_000));
      case 3 -> {
        int shift = 1 + random.nextInt(90_000);
        send(people.contradict(tx, shift), eventTime + shift + random.nextInt(3000));
      }
      case 4 -> send(people.pay(user, "late" + number, eventTime), eventTime + LATENESS + 1);
      case 5 -> send(people.pay(user, "early" + number, eventTime), eventTime - SKEW - 1);
      case 6 -> {
        byte[] junk = HostileBytes.malformed(tx, random);
        add(tx, eventTime + random.nextInt(1000), junk == null ? null : new Payload(junk));
      }
      default -> {
        // Most are followed by nothing special.
      }
    }
  }

  /**
   * How much later than it happened a transaction reaches the log; always so that it is accepted.
   */
  private long delay() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> random.nextInt((int) LATENESS);
      case 3 -> LATENESS;
      case 4 -> -random.nextInt((int) SKEW);
      case 5 -> -SKEW;
      default -> random.nextInt(150);
    };
  }

  private void send(Transaction tx, long logTime) {
    add(tx, logTime, new Payload(TransactionJson.write(tx)));
  }

  private void add(Transaction tx, long logTime, @Nullable Payload value) {
    byte[] key = tx.userId().getBytes(StandardCharsets.UTF_8);
    int partition = Math.floorMod(tx.userId().hashCode(), partitions);
    unsent.add(new Unsent(logTime, unsent.size(), partition, new Payload(key), value));
  }

  private List<LogRecord> inLogOrder() {
    unsent.sort(
        Comparator.comparing(Unsent::partition)
            .thenComparing(Unsent::logTime)
            .thenComparing(Unsent::number));
    long[] ends = new long[partitions];
    List<LogRecord> log = new ArrayList<>();
    for (Unsent each : unsent) {
      int partition = each.partition();
      LogPosition position = new LogPosition(partition, ends[partition]++, each.logTime());
      log.add(new LogRecord(position, each.key(), each.value()));
    }
    return log;
  }
}
