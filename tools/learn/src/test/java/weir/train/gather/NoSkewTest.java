package weir.train.gather;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.log.ListedLog;
import weir.log.Span;
import weir.model.Json;
import weir.model.LogRecord;
import weir.notice.Announcements;
import weir.notice.Books;
import weir.oracle.Answers;
import weir.oracle.ChainRun;
import weir.oracle.HostileLabels;
import weir.oracle.HostileLog;
import weir.oracle.HostileNotices;
import weir.oracle.HostileSettings;
import weir.oracle.NaiveBooks;
import weir.oracle.Oracle;
import weir.oracle.SmallLabelBooks;
import weir.oracle.SmallLabels;
import weir.oracle.SmallLog;
import weir.oracle.SmallLog.Step;
import weir.oracle.SmallLog.Twist;
import weir.rules.Models;
import weir.rules.OfInputs;
import weir.train.rows.Progress;
import weir.train.rows.Rows;

/**
 * What a model is trained on is what it will be told: the values of each row are those that the
 * job's own steps make of the payment, in any order of arrival, and those that the oracle reads
 * from the whole log.
 */
class NoSkewTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOPIC = "payments";
  private static final int SECONDS = 60;
  private static final int PARTITIONS = 3;

  private static RuleBook book(String text) {
    return RuleBookReader.withInputs("book", text, List.of(), /* standing= */ null, Models.UNKNOWN);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void trainedOnWhatIsSeenLive(
      @ForAll("steps") List<Step> steps,
      @ForAll("said") List<SmallLabels.Said> said,
      @ForAll long seed) {
    List<List<LogRecord>> payments = SmallLog.partitioned(SmallLog.of(steps), PARTITIONS);
    List<LogRecord> all = payments.stream().flatMap(List::stream).toList();
    List<List<LogRecord>> labels = SmallLabels.of(said, all, PARTITIONS);
    RuleBook book = book(SmallLabelBooks.TEXT);

    SortedMap<String, String> expected =
        inputs(
            Oracle.answer(
                NaiveBooks.only(book), TOPIC, all, labels.stream().flatMap(List::stream).toList()));
    assertThat(trainedOn(book, payments, labels)).isEqualTo(expected);
    assertThat(live(book, payments, labels, seed)).isEqualTo(expected);
  }

  /** Late, repeated, conflicting and broken records, corrected labels, and windows that fold. */
  @Example
  void theSameOverAHostileLog() {
    RuleBook book = book(HostileNotices.firstText());
    List<LogRecord> payments =
        HostileLog.generate(
            /* seed= */ 11,
            HostileSettings.of(
                book,
                /* users= */ 30,
                PARTITIONS,
                /* transactions= */ 3000,
                /* meanGapMillis= */ 4000));
    List<LogRecord> labels = HostileLabels.of(payments);
    SortedMap<String, String> expected =
        inputs(Oracle.answer(NaiveBooks.only(book), TOPIC, payments, labels));
    assertThat(expected.size()).isGreaterThan(2000);
    assertThat(trainedOn(book, byPartition(payments), byPartition(labels))).isEqualTo(expected);
  }

  private static List<List<LogRecord>> byPartition(List<LogRecord> records) {
    return new ArrayList<>(
        records.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.position().partition(), TreeMap::new, Collectors.toList()))
            .values());
  }

  /** The values of the inputs, by user and time of the payment. */
  private static SortedMap<String, String> trainedOn(
      RuleBook book, List<List<LogRecord>> payments, List<List<LogRecord>> labels) {
    Judging judging = Judging.of(book, Books.none());
    Rows rows =
        Gathering.of(
                new ListedLog(payments, labels),
                judging,
                Span.ALL,
                /* kindField= */ "",
                Progress.NONE)
            .rows();
    SortedMap<String, String> values = new TreeMap<>();
    for (int row = 0; row < rows.size(); row++) {
      List<String> numbers = new ArrayList<>();
      for (int input = 0; input < rows.inputs(); input++) {
        numbers.add(String.valueOf(rows.value(row, input)));
      }
      values.merge(
          rows.user(row) + " " + Json.time(rows.time(row)),
          String.join(",", numbers),
          NoSkewTest::both);
    }
    return values;
  }

  private static SortedMap<String, String> live(
      RuleBook book, List<List<LogRecord>> payments, List<List<LogRecord>> labels, long seed) {
    List<List<LogRecord>> all = new ArrayList<>(payments);
    all.addAll(labels);
    ChainRun.Setting setting =
        new ChainRun.Setting(
            book.charter(),
            Announcements.always(book),
            TOPIC,
            /* verdicts= */ false,
            payments.size());
    return inputs(ChainRun.of(setting, all, seed).toTheEnd().answers());
  }

  private static SortedMap<String, String> inputs(Answers answers) {
    SortedMap<String, String> values = new TreeMap<>();
    for (Map.Entry<String, String> each : answers.alerts().entrySet()) {
      JsonNode alert = read(each.getValue());
      if (alert.path("rule").asText().equals(OfInputs.ID)) {
        values.merge(
            alert.path("userId").asText() + " " + alert.path("eventTime").asText(),
            alert.path("reason").asText(),
            NoSkewTest::both);
      }
    }
    return values;
  }

  /** Of payments of one user at one moment, in an order of their own. */
  private static String both(String some, String one) {
    return Stream.concat(Stream.of(some.split(";")), Stream.of(one))
        .sorted()
        .collect(Collectors.joining(";"));
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return SmallLog.stepsWithTwins(3, SECONDS, 60, Twist.values());
  }

  @Provide
  Arbitrary<List<SmallLabels.Said>> said() {
    return SmallLabels.said();
  }
}
