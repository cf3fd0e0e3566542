package weir.train.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.book.RuleBookReader;
import weir.control.ControlTopic;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.log.Entry;
import weir.log.FileLog;
import weir.log.Kind;
import weir.log.Span;
import weir.notice.Notice;

/** One log in files, in topics and in a lake gives one model. */
@Tag("slow")
class SameLogTest {
  private static final Topics TOPICS = Topics.usual(1, /* live= */ false);

  @TempDir private Path folder = Path.of("target");

  @Test
  void filesTopicsAndALakeGiveTheSameBytes() throws Exception {
    SimulatedLog.write(folder);
    Path book = Files.writeString(folder.resolve("book.yaml"), SimulatedLog.BOOK);
    List<Entry> log = entries();
    lake(log);
    byte[] expected =
        train(
            "files",
            "--rules=" + book,
            "--file=" + folder.resolve("payments.jsonl"),
            "--labels=" + folder.resolve("payments.labels.jsonl"));
    assertThat(train("lake", "--rules=" + book, "--lake=" + folder.resolve("lake")))
        .isEqualTo(expected);
    try (LocalKafka kafka = LocalKafka.start(0, Optional.empty())) {
      Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
      topics(client, log);
      String servers = "--bootstrapServers=" + kafka.bootstrapServers();
      assertThat(train("topics", "--rules=" + book, servers)).isEqualTo(expected);
      announce(client);
      assertThat(train("announced", servers)).isEqualTo(expected);
    }
  }

  private byte[] train(String out, String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of("train", "--trees=10"));
    all.add("--out=" + folder.resolve(out));
    all.addAll(List.of(more));
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    assertThat(Main.run(all, nowhere, System.err)).isZero();
    try (Stream<Path> files = Files.list(folder.resolve(out))) {
      Path model =
          files.filter(each -> each.toString().endsWith(".json")).findFirst().orElseThrow();
      return Files.readAllBytes(model);
    }
  }

  /** The files, with the log times that are read out of them. */
  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    try (FileLog log =
        FileLog.open(
            RuleBookReader.parse("book", SimulatedLog.BOOK).charter(),
            List.of(folder.resolve("payments.jsonl")),
            List.of(folder.resolve("payments.labels.jsonl")),
            Duration.ZERO,
            Span.ALL)) {
      for (Entry each = log.next(); each != null; each = log.next()) {
        entries.add(each);
      }
    }
    return entries;
  }

  private static String topic(Entry entry) {
    return entry.kind() == Kind.LABELS ? TOPICS.labels() : TOPICS.transactions();
  }

  private static byte[] value(Entry entry) {
    return Objects.requireNonNull(entry.record().value()).bytes();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Closing waits for all.
  private static void topics(Map<String, Object> client, List<Entry> log) {
    TOPICS.create(client);
    TOPICS.createLabels(client);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (Entry each : log) {
        producer.send(
            new ProducerRecord<>(
                topic(each), 0, each.record().position().time(), null, value(each)));
      }
    }
  }

  /** A first book of other features, and the one that is trained by. */
  private static void announce(Map<String, Object> client) {
    ControlTopic topic = new ControlTopic(client, ControlTopic.of(TOPICS.transactions()));
    topic.ensure(/* live= */ true);
    String first =
        SimulatedLog.BOOK.replaceAll("(?s)features:.*rules:\n", "rules:\n").replace("3500", "3600");
    topic.announce(new Notice.Book("ada", "the first", /* from= */ null, first));
    String next =
        SimulatedLog.BOOK
            .replaceAll("(?s)allowedLateness.*features:", "features:")
            .replace("id: high, version: 1", "id: high, version: 2");
    topic.announce(new Notice.Book("ada", "the next", /* from= */ null, next));
  }

  private void lake(List<Entry> log) throws SQLException, IOException {
    Path hour = folder.resolve("lake/bronze/date=2026-01-01/hour=00");
    Files.createDirectories(hour);
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("set TimeZone = 'UTC'");
      statement.execute("create table log (topic varchar, p int, o bigint, t bigint, value blob)");
      try (var rows = duck.unwrap(DuckDBConnection.class).createAppender("main", "log")) {
        for (Entry each : log) {
          rows.beginRow();
          rows.append(topic(each));
          rows.append(0);
          rows.append(each.record().position().offset());
          rows.append(each.record().position().time());
          rows.append(value(each));
          rows.endRow();
        }
      }
      statement.execute(
          "copy (select topic, p as log_partition, o as log_offset,"
              + " make_timestamptz(t * 1000) as log_time, null::blob as key, value from log) to '"
              + hour.resolve("0.parquet")
              + "' (format parquet)");
    }
  }
}
