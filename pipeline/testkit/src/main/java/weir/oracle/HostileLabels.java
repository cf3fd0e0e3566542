package weir.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import weir.form.TransactionJson;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.MalformedTransactionException;
import weir.model.Payload;
import weir.model.Transaction;

/**
 * What is said of the payments of a hostile log: at once or hours later, twice, corrected, of
 * payments that are not there, and much that is no label at all. The same log gives the same bytes.
 */
public final class HostileLabels {
  private static final long SEED = 20_260_501;

  /** One payment in so many is labelled; most of these as fraud. */
  private static final int LABELLED = 12;

  private static final int[] DELAYS = {-3000, 0, 1, 500, 10_000, 60_000, 600_000, 7_200_000};

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<LogRecord> unsent = new ArrayList<>();

  private HostileLabels() {}

  /** The topic of labels on a log, with as many partitions. */
  public static List<LogRecord> of(List<LogRecord> log) {
    HostileLabels labels = new HostileLabels();
    for (LogRecord each : log) {
      Transaction tx = parse(each);
      if (tx != null && labels.random.nextInt(LABELLED) == 0) {
        labels.say(each, tx);
      }
    }
    return labels.inLogOrder();
  }

  private static @Nullable Transaction parse(LogRecord record) {
    try {
      return record.value() == null
          ? null
          : TransactionJson.parse(Objects.requireNonNull(record.value()).bytes());
    } catch (MalformedTransactionException malformed) {
      return null;
    }
  }

  private void say(LogRecord payment, Transaction tx) {
    long time = payment.position().time() + delay();
    String fraud = random.nextInt(4) == 0 ? "false" : "true";
    String json = new String(TransactionJson.write(tx), UTF_8);
    add(payment, time, with(json, "\"fraud\":" + fraud));
    switch (random.nextInt(12)) {
      case 0 -> add(payment, time + delay(), with(json, "\"fraud\":" + fraud));
      case 1 -> {
        // Corrected, and perhaps corrected once more.
        add(payment, time + 1 + delay(), with(json, "\"fraud\":false,\"source\":\"analyst\""));
        add(payment, time + 2 + delay(), with(json, "\"source\":\"chargeback\",\"fraud\":true"));
      }
      case 2 -> add(payment, time, with(json.replace(tx.id(), "unknown"), "\"fraud\":true"));
      case 3 ->
          add(
              payment,
              time,
              with("{\"amount\":\"no\",\"latitude\":999," + named(tx), "\"fraud\":true"));
      case 4 -> illegal(payment, tx, json, time);
      default -> {
        // Once is enough.
      }
    }
  }

  /** As little of the payment as a label must tell. */
  private static String named(Transaction tx) {
    return new String(TransactionJson.write(tx), UTF_8)
        .substring(1)
        .replaceAll("\"(amount|latitude|longitude)\":[^,}]*,?", "");
  }

  private void illegal(LogRecord payment, Transaction tx, String json, long time) {
    switch (random.nextInt(9)) {
      case 0 -> add(payment, time, json.getBytes(UTF_8));
      case 1 -> add(payment, time, with(json, "\"fraud\":\"true\""));
      case 2 -> add(payment, time, with(json, "\"fraud\":null"));
      case 3 -> add(payment, time, with(json, "\"fraud\":true,\"source\":7"));
      case 4 -> add(payment, time, with(json, "\"fraud\":true,\"fraud\":false"));
      case 5 -> add(payment, time, null);
      // Ahead of what is said of it, by just too much.
      case 6 -> add(payment, tx.time() - 5001, with(json, "\"fraud\":true"));
      case 7 -> add(payment, tx.time() - 5000, with(json, "\"fraud\":true"));
      default ->
          add(
              payment,
              time,
              with(json.replace(Long.toString(tx.time()), "1234567890123"), "\"fraud\":true"));
    }
  }

  private long delay() {
    return DELAYS[random.nextInt(DELAYS.length)];
  }

  private static byte[] with(String json, String more) {
    return (json.substring(0, json.lastIndexOf('}')) + "," + more + "}").getBytes(UTF_8);
  }

  private void add(LogRecord payment, long time, byte @Nullable [] value) {
    unsent.add(
        new LogRecord(
            new LogPosition(payment.position().partition(), 0, time),
            payment.key(),
            value == null ? null : new Payload(value)));
  }

  private List<LogRecord> inLogOrder() {
    // Stable: what was said at the same time stays in its order.
    unsent.sort(
        Comparator.comparingInt((LogRecord each) -> each.position().partition())
            .thenComparingLong(each -> each.position().time()));
    List<LogRecord> labels = new ArrayList<>();
    long offset = 0;
    for (LogRecord each : unsent) {
      int partition = each.position().partition();
      boolean fresh =
          labels.isEmpty() || labels.get(labels.size() - 1).position().partition() != partition;
      offset = fresh ? 0 : offset + 1;
      LogPosition position = new LogPosition(partition, offset, each.position().time());
      labels.add(new LogRecord(position, each.key(), each.value()));
    }
    return labels;
  }
}
