package weir.bench.ladder.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.book.RuleBook;
import weir.failure.UnavailableException;
import weir.form.AlertJson;
import weir.form.TransactionJson;
import weir.model.Alert;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.MalformedTransactionException;
import weir.model.Payload;
import weir.oracle.Answers;
import weir.topics.TopicReader;

/**
 * A log to drain, and the right answers to it.
 *
 * @param expected standing alerts by id, each as its JSON
 * @param causes the position of the transaction that an alert is about, by the alert's id
 * @param markers the ids of the alerts about the last transactions of the partitions
 */
public record Backlog(
    String topic,
    int partitions,
    long size,
    SortedMap<String, String> expected,
    Map<String, LogPosition> causes,
    Set<String> markers) {

  /** Knows the right answers to a log. */
  public interface Sage {
    Answers answer(RuleBook book, String topic, List<LogRecord> log);
  }

  /** Reads a filled topic and asks for the right answers. */
  public static Backlog read(
      Map<String, Object> client, String topic, int partitions, RuleBook book, Sage sage) {
    return of(topic, partitions, records(client, topic), book, sage);
  }

  public static Backlog of(
      String topic, int partitions, List<LogRecord> records, RuleBook book, Sage sage) {
    SortedMap<String, String> expected = new TreeMap<>(sage.answer(book, topic, records).alerts());
    Map<String, List<String>> alertsOf = new HashMap<>();
    Set<String> marked = new HashSet<>();
    Set<String> markers = new HashSet<>();
    // Those of rules on trial go to a topic of their own.
    expected.values().removeIf(json -> alert(json).isShadow());
    for (String json : expected.values()) {
      Alert alert = alert(json);
      String transaction = alert.transactionId();
      if (transaction != null) {
        alertsOf.computeIfAbsent(transaction, id -> new ArrayList<>()).add(alert.id());
        // Further rules may find something about a marker as well.
        if (EndMarkers.is(alert.userId()) && marked.add(alert.userId())) {
          markers.add(alert.id());
        }
      }
    }
    if (markers.size() != partitions) {
      throw new UnavailableException(
          "the rule book raises nothing about the last transactions, by which a run's end is known:"
              + " it needs a rule such as amount-over 3500");
    }
    Map<String, LogPosition> causes = new HashMap<>();
    for (LogRecord record : records) {
      alertsOf
          .getOrDefault(id(record), List.of())
          .forEach(alert -> causes.put(alert, record.position()));
    }
    return new Backlog(topic, partitions, records.size(), expected, causes, markers);
  }

  /**
   * The same log with the right answers if all of it is judged by a book with the same rules and
   * another number.
   */
  public Backlog judgedByBook(int number) {
    SortedMap<String, String> other = new TreeMap<>();
    expected.forEach(
        (id, json) -> other.put(id, json.replaceFirst("\"book\":1,", "\"book\":" + number + ",")));
    return new Backlog(topic, partitions, size, other, causes, markers);
  }

  public static List<LogRecord> records(Map<String, Object> client, String topic) {
    List<LogRecord> records = new ArrayList<>();
    try (TopicReader reader = new TopicReader(client, topic)) {
      reader.seekToBeginning();
      reader.readToEnd(
          record ->
              records.add(
                  new LogRecord(
                      new LogPosition(record.partition(), record.offset(), record.timestamp()),
                      new Payload(record.key()),
                      new Payload(record.value()))));
    }
    return records;
  }

  private static Alert alert(String json) {
    try {
      return AlertJson.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException foreign) {
      throw new UncheckedIOException(foreign);
    }
  }

  private static String id(LogRecord record) {
    Payload value = record.value();
    try {
      return value == null ? "" : TransactionJson.parse(value.bytes()).id();
    } catch (MalformedTransactionException broken) {
      return "";
    }
  }
}
