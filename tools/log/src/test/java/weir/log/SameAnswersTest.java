package weir.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.form.AlertJson;
import weir.log.duck.Duck;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.Json;
import weir.model.LogPosition;
import weir.model.Verdict;
import weir.notice.Announcements;
import weir.producer.FileSink;
import weir.producer.ProducerSettings;
import weir.producer.TransactionProducer;
import weir.traffic.Rate;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;
import weir.walk.Receiver;
import weir.walk.Walk;

/** The simulated world in tables gives the answers that its JSON lines give. */
class SameAnswersTest {
  private static final int PAYMENTS = 20_000;
  private static final long START = 1_767_225_600_000L;

  /** The default rules, and one that knows labels. */
  private static final RuleBook BOOK =
      RuleBookReader.parse(
          "book",
          RuleBookReader.defaultText()
                  .replace(
                      "\nfeatures:\n",
                      "\nlabels: true\nfeatures:\n  frauds: {count: fraud, window: 3 d}\n")
              + """

                - id: known-frauds
                  version: 1
                  severity: low
                  when: frauds > 0
                  reason: "{frauds} frauds"
              """);

  private static Path folder = Path.of("");
  private static List<String> expected = List.of();

  @BeforeAll
  static void theWorldInJsonLines(@TempDir Path folder) throws IOException {
    SameAnswersTest.folder = folder;
    TransactionProducer producer =
        new TransactionProducer(
            new ProducerSettings(
                /* paced= */ false, PAYMENTS, Long.MAX_VALUE, /* labelDelayMillis= */ 3_600_000));
    try (FileSink payments = new FileSink(folder.resolve("raw.jsonl"));
        FileSink labels = new FileSink(folder.resolve("labels.jsonl"))) {
      producer.run(
          new Traffic(
              TrafficSettings.of(/* seed= */ 9, /* users= */ 300, Rate.constant(0.02), START)),
          payments,
          labels);
    }
    // In a table nothing is late.
    List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("raw.jsonl")));
    lines.sort(Comparator.comparingLong(line -> Long.parseLong(fields(line).get("timestamp"))));
    Files.write(folder.resolve("payments.jsonl"), lines);
    expected = alerts(folder.resolve("payments.jsonl"), folder.resolve("labels.jsonl"));
    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(String.join("", expected)).contains("known-frauds", "cards-at-shop");
  }

  private static Map<String, String> fields(String line) {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser json = Json.FACTORY.createParser(line)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        assertThat(value.isScalarValue()).isTrue();
        fields.put(name, json.getText());
      }
    } catch (IOException broken) {
      throw new AssertionError(line, broken);
    }
    return fields;
  }

  /** With quotes around whatever needs some. */
  private static Path csv(String name, List<String> lines) throws IOException {
    List<Map<String, String>> rows = lines.stream().map(SameAnswersTest::fields).toList();
    List<String> names =
        rows.stream().flatMap(row -> row.keySet().stream()).distinct().sorted().toList();
    return Files.write(
        folder.resolve(name),
        Stream.concat(
                Stream.of(String.join(",", names)),
                rows.stream()
                    .map(
                        row ->
                            names.stream()
                                .map(column -> cell(row.getOrDefault(column, "")))
                                .collect(Collectors.joining(","))))
            .toList());
  }

  private static String cell(String text) {
    return text.matches("[^\",\n\r]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private static List<String> lines(String file) throws IOException {
    return new ArrayList<>(Files.readAllLines(folder.resolve(file)));
  }

  private static List<String> alerts(Path payments, Path labels) {
    List<String> alerts = new ArrayList<>();
    try (FileLog log =
        FileLog.open(
            BOOK.charter(), List.of(payments), List.of(labels), Duration.ofDays(1), Span.ALL)) {
      Walk walk =
          new Walk(
              BOOK.charter(),
              Announcements.always(BOOK),
              /* verdicts= */ false,
              log::reached,
              into(alerts));
      for (Entry entry = log.next(); entry != null; entry = log.next()) {
        entry.into(walk);
      }
    }
    return alerts;
  }

  private static Receiver into(List<String> alerts) {
    return new Receiver() {
      @Override
      public void alert(LogPosition cause, Alert alert) {
        alerts.add(new String(AlertJson.write(alert), StandardCharsets.UTF_8));
      }

      @Override
      public void verdict(LogPosition cause, Verdict verdict) {
        throw new AssertionError("no verdicts were asked for");
      }

      @Override
      public void deadLetter(DeadLetter letter) {
        throw new AssertionError(letter.toString());
      }
    };
  }

  @Test
  void asCsv() throws IOException {
    Path payments = csv("payments.csv", lines("payments.jsonl"));
    Path labels = csv("labels.csv", lines("labels.jsonl"));
    assertThat(alerts(payments, labels)).isEqualTo(expected);
  }

  @Test
  void asCsvInAnyOrder() throws IOException {
    List<String> payments = lines("raw.jsonl");
    List<String> labels = lines("labels.jsonl");
    Collections.shuffle(payments, new Random(7));
    Collections.shuffle(labels, new Random(8));
    assertThat(alerts(csv("shuffled.csv", payments), csv("shuffled.labels.csv", labels)))
        .isEqualTo(expected);
  }

  /** With an exact amount and a time stamp, as a warehouse would write them. */
  @Test
  void asParquet() throws IOException, SQLException {
    Path csv = csv("for-parquet.csv", lines("raw.jsonl"));
    Path payments = folder.resolve("payments.parquet");
    try (Duck duck = Duck.open()) {
      duck.execute(
          "copy (select * replace (amount::decimal(18, 3) as amount,"
              + " make_timestamp(timestamp::bigint * 1000) as timestamp,"
              + " latitude::double as latitude, longitude::double as longitude) from read_csv("
              + Duck.quoted(csv)
              + ", all_varchar = true, header = true)) to "
              + Duck.quoted(payments)
              + " (format parquet)");
    }
    assertThat(alerts(payments, folder.resolve("labels.jsonl"))).isEqualTo(expected);
  }
}
