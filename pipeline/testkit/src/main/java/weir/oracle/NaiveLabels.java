package weir.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import weir.book.RuleBook;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.MalformedTransactionException;
import weir.model.Payload;
import weir.model.RejectReason;
import weir.model.Transaction;

/** A second implementation of labels: what was said of which payment, and what of it stands. */
final class NaiveLabels {
  private final RuleBook first;
  private final List<Said> all = new ArrayList<>();
  private final NaiveLetters letters;

  /**
   * A label.
   *
   * @param texts what it tells of its payment, by the names of fields
   */
  record Said(
      Transaction payment,
      Map<String, String> texts,
      boolean fraud,
      @Nullable Object source,
      LogPosition position) {
    long time() {
      return payment.time();
    }

    private List<Object> subject() {
      return List.of(payment.id(), payment.userId(), payment.time());
    }
  }

  /**
   * The labels of a topic.
   *
   * @param first the first book, by whose charter they are read
   */
  NaiveLabels(RuleBook first, String topic, List<LogRecord> labels) {
    this.first = first;
    this.letters = new NaiveLetters(topic);
    labels.forEach(this::hear);
  }

  private void hear(LogRecord record) {
    LogPosition position = record.position();
    Payload value = record.value();
    if (!NaiveRecords.hasTime(record)) {
      String wrong = "the log time " + position.time() + " is not between 1970 and 9999";
      letters.add(record, RejectReason.MALFORMED, wrong);
      return;
    }
    if (value == null) {
      letters.add(record, RejectReason.MALFORMED, "the record has no value");
      return;
    }
    NaiveReading.Labelled label;
    try {
      label = NaiveReading.label(first.charter().layout(), value.bytes());
    } catch (MalformedTransactionException malformed) {
      letters.add(record, RejectReason.MALFORMED, String.valueOf(malformed.getMessage()));
      return;
    }
    long after = position.time() - label.payment().time();
    if (-after > first.allowedClockSkewMillis()) {
      String allowed = " ms ahead of its label, allowed are " + first.allowedClockSkewMillis();
      letters.add(record, RejectReason.FUTURE, "a payment " + -after + allowed);
    } else if (after > TimeUnit.DAYS.toMillis(550)) {
      String most = " ms after its payment, at most 550 days are taken";
      letters.add(record, RejectReason.LATE, "a label " + after + most);
    } else {
      Transaction payment = label.payment();
      Map<String, String> texts = NaiveFields.texts(payment);
      texts.remove("currency");
      if (label.currency() != null) {
        texts.put("currency", label.currency());
      }
      all.add(new Said(payment, texts, label.fraud(), label.source(), position));
    }
  }

  List<Said> all() {
    return all;
  }

  SortedMap<String, String> deadLetters() {
    return new TreeMap<>(letters.all());
  }

  /** What stands of each payment, as text by its user, time and id. */
  SortedMap<String, String> standing() {
    SortedMap<String, String> standing = new TreeMap<>();
    for (Said each : standing(all)) {
      Transaction payment = each.payment();
      standing.put(
          payment.userId() + " " + payment.time() + " " + payment.id(),
          each.fraud()
              + " by "
              + each.source()
              + " at "
              + each.position().time()
              + " "
              + each.position().partition()
              + "-"
              + each.position().offset());
    }
    return standing;
  }

  /** Of each payment the newest of these. */
  static List<Said> standing(List<Said> some) {
    Map<List<Object>, Said> newest = new HashMap<>();
    some.stream()
        .sorted(
            Comparator.comparingLong((Said each) -> each.position().time())
                .thenComparingInt(each -> each.position().partition())
                .thenComparingLong(each -> each.position().offset()))
        .forEach(each -> newest.put(each.subject(), each));
    return List.copyOf(newest.values());
  }
}
