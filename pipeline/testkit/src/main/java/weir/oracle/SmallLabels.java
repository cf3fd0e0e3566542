package weir.oracle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/**
 * Labels on payments of a small log: soon, late, too late for any rule, repeated and corrected.
 * Some lack a field of their payment, and one payment may have labels in several partitions.
 */
public final class SmallLabels {
  private static final List<Integer> DELAYS =
      List.of(-500, 0, 1000, 3000, 5000, 9000, 14_000, 26_000);
  private static final List<String> FIELDS =
      List.of("", "", "", "merchantId", "deviceId", "currency");
  private static final int PARTITIONS = 2;
  private static final int MOST = 40;

  private SmallLabels() {}

  /**
   * One label.
   *
   * @param payment which one of the log
   * @param delayMillis how long after the payment reached the log
   * @param lacks the field of the payment that it does not repeat, if there is one
   * @param partition of the topic of labels
   */
  public record Said(int payment, int delayMillis, boolean fraud, String lacks, int partition) {}

  public static Arbitrary<List<Said>> said() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 60),
            Arbitraries.of(DELAYS),
            Arbitraries.of(true, true, false),
            Arbitraries.of(FIELDS),
            Arbitraries.integers().between(0, PARTITIONS - 1))
        .as(Said::new)
        .list()
        .ofMaxSize(MOST);
  }

  /**
   * The topic of these labels, partition by partition.
   *
   * @param first the number of its first partition
   */
  public static List<List<LogRecord>> of(List<Said> said, List<LogRecord> log, int first) {
    List<List<LogRecord>> partitions = new ArrayList<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      partitions.add(inPartition(said, log, partition, first + partition));
    }
    return partitions;
  }

  private static List<LogRecord> inPartition(
      List<Said> said, List<LogRecord> log, int partition, int number) {
    List<LogRecord> sent = new ArrayList<>();
    for (Said each : said) {
      if (!log.isEmpty() && each.partition() == partition) {
        LogRecord payment = log.get(each.payment() % log.size());
        sent.add(
            new LogRecord(
                new LogPosition(0, 0, payment.position().time() + each.delayMillis()),
                payment.key(),
                labelled(Objects.requireNonNull(payment.value()), each)));
      }
    }
    sent.sort(Comparator.comparingLong(each -> each.position().time()));
    List<LogRecord> labels = new ArrayList<>();
    for (LogRecord each : sent) {
      LogPosition position = new LogPosition(number, labels.size(), each.position().time());
      labels.add(new LogRecord(position, each.key(), each.value()));
    }
    return labels;
  }

  /** The record of a payment, with what is said of it. */
  private static Payload labelled(Payload payment, Said said) {
    String json = new String(payment.bytes(), StandardCharsets.UTF_8);
    String whole = said.lacks().isEmpty() ? json : without(said.lacks(), json);
    String open = whole.substring(0, whole.lastIndexOf('}'));
    return new Payload(
        (open + ",\"fraud\":" + said.fraud() + "}").getBytes(StandardCharsets.UTF_8));
  }

  private static String without(String field, String json) {
    return json.replaceFirst(",\"" + field + "\":\"[^\"]*\"", "");
  }
}
