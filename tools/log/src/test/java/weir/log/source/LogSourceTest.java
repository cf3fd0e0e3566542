package weir.log.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import weir.book.Charter;
import weir.book.RuleBookReader;
import weir.command.LogOptions;
import weir.command.LogPlace;
import weir.command.OneLine;
import weir.failure.MisuseException;
import weir.log.Entry;
import weir.log.Kind;
import weir.log.Log;
import weir.log.duck.Duck;

/** Which log is meant, as people type it. */
class LogSourceTest {
  private static final long DAY = 24 * 3_600_000L;
  private static final Charter CHARTER = RuleBookReader.readDefault().charter();

  @TempDir private Path folder = Path.of("target");

  @Command(name = "any")
  static final class Any {
    @Mixin LogOptions options = new LogOptions();
  }

  private static LogSource source(String... words) {
    Any any = new Any();
    OneLine.parse(new CommandLine(any), List.of(words));
    return LogSource.of(any.options);
  }

  private static void refused(String sentence, String... words) {
    assertThatThrownBy(() -> source(words))
        .isInstanceOf(MisuseException.class)
        .hasMessage(sentence);
  }

  private Path payments = Path.of("");
  private Path labels = Path.of("");

  @BeforeEach
  void files() throws IOException {
    payments =
        Files.writeString(
            folder.resolve("payments.csv"),
            """
            transactionId,userId,amount,currency,timestamp
            a,ada,5,EUR,2026-03-01
            b,ada,5,EUR,2026-03-02
            c,ada,5,EUR,2026-03-11
            """);
    labels =
        Files.writeString(
            folder.resolve("labels.csv"),
            """
            transactionId,userId,timestamp,fraud
            a,ada,2026-03-01,true
            """);
  }

  @Test
  void aWordMeansWhatIsThere() throws IOException {
    assertThat(source("--log=" + payments).kind()).isEqualTo(LogPlace.Kind.FILE);
    assertThat(source("--log=" + payments, "--log=" + payments).name())
        .isEqualTo(payments + ", " + payments);
    assertThat(source("--log=" + folder).kind()).isEqualTo(LogPlace.Kind.LAKE);
    assertThat(source("--log=" + folder.toUri()).kind()).isEqualTo(LogPlace.Kind.LAKE);
    assertThat(source("--log=" + payments.toUri().toString().replace("file:/", "file:///")).name())
        .isEqualTo(payments.toString());
    assertThat(source("--log=s3://bucket/lake").kind()).isEqualTo(LogPlace.Kind.LAKE);
    LogSource topic = source("--log=my.payments");
    assertThat(topic.kind()).isEqualTo(LogPlace.Kind.TOPIC);
    assertThat(topic.controlTopic()).contains("my.payments.control");
    assertThat(source("--log=my.payments", "--controlTopic=other").controlTopic())
        .contains("other");
    for (String each : List.of("p.tsv", "p.json", "p.NDJSON", "p.parquet", "p.csv.gz")) {
      Path file = Files.createFile(folder.resolve(each));
      assertThat(source("--log=" + file).kind()).isEqualTo(LogPlace.Kind.FILE);
    }
  }

  @Test
  void theOptionsThatSayItMayBeUsedInstead() {
    assertThat(source().name()).isEqualTo("transactions");
    assertThat(source("--topic=a.csv").kind()).isEqualTo(LogPlace.Kind.TOPIC);
    assertThat(source("--lake=" + folder).kind()).isEqualTo(LogPlace.Kind.LAKE);
    assertThat(source("--file=" + payments).kind()).isEqualTo(LogPlace.Kind.FILE);
    assertThat(source("--file=" + payments).controlTopic()).isEmpty();
    assertThat(source("--log=" + folder, "--topic=a").kind()).isEqualTo(LogPlace.Kind.LAKE);
  }

  @Test
  void tellsWhatWasLookedFor() throws IOException {
    Path missing = folder.resolve("paments.csv");
    refused(
        "--log: there is neither a file nor a folder " + missing + "; did you mean 'payments.csv'?",
        "--log=" + missing);
    refused("--log: there is neither a file nor a folder lakes/none", "--log=lakes/none");
    refused(
        "--log: there is neither a file nor a folder none.csv (a topic of that name is"
            + " --topic=none.csv)",
        "--log=none.csv");
    refused("--log: there is neither a file nor a folder file:///none", "--log=file:///none");
    Path other = Files.createFile(folder.resolve("payments.xlsx"));
    refused(
        "--log: "
            + other
            + " has none of the endings .jsonl, .ndjson, .json, .csv, .tsv, .parquet: rename it, or"
            + " read it as JSON lines by --file="
            + other,
        "--log=" + other);
  }

  @Test
  void tellsWhatDoesNotGoTogether() {
    String log = "--log=" + payments;
    refused("--log and --lake: choose one", log, "--lake=x");
    refused("--log and --file: choose one", log, "--file=" + payments);
    refused("--lake and --file: choose one", "--lake=x", "--file=" + payments);
    refused("--log=a and --topic: choose one", "--log=a", "--topic=b");
    refused("--topic belongs to Kafka or a lake: the log is read from a file", log, "--topic=b");
    refused(
        "--labelTopic belongs to Kafka or a lake: labels of files are --labels=FILE",
        log,
        "--labelTopic=b");
    refused("--labels and --labelTopic: choose one", "--labels=" + payments, "--labelTopic=b");
    refused(
        "--log: a is a topic, " + payments + " is a file: choose one, or several files",
        "--log=a",
        log);
    refused(
        "--log may be told several times for files only, and a is a topic", "--log=a", "--log=b");
    refused(
        "--to must be after --from",
        log,
        "--from=2026-03-02T00:00:00Z",
        "--to=2026-03-02T00:00:00Z");
  }

  private static List<String> all(Log log) {
    List<String> all = new ArrayList<>();
    try (log) {
      for (Entry each = log.next(); each != null; each = log.next()) {
        all.add(
            each.kind()
                + " "
                + each.record().position().offset()
                + " "
                + (each.record().position().time() / DAY));
      }
    }
    return all;
  }

  /** The first of March is the 20,513th day. */
  @Test
  void opensAllOrTransactionsOrLabels() {
    LogSource source = source("--log=" + payments, "--labels=" + labels);
    assertThat(all(source.open(CHARTER)))
        .containsExactly(
            "TRANSACTIONS 1 20513",
            "TRANSACTIONS 2 20514",
            "LABELS 1 20520",
            "TRANSACTIONS 3 20523");
    assertThat(all(source.transactions(CHARTER)))
        .containsExactly("TRANSACTIONS 1 20513", "TRANSACTIONS 2 20514", "TRANSACTIONS 3 20523");
    assertThat(all(source.labels(CHARTER))).containsExactly("LABELS 1 20520");
    LogSource sooner = source("--log=" + payments, "--labels=" + labels, "--label-delay=1h");
    assertThat(all(sooner.labels(CHARTER))).containsExactly("LABELS 1 20513");
    assertThat(all(source("--log=" + payments).labels(CHARTER))).isEmpty();
  }

  /** The default book looks back four days, and ids are known four days before. */
  @Test
  void opensWhatWindowsReachBackTo() {
    LogSource source = source("--log=" + payments, "--from=2026-03-10T12:00:00Z");
    assertThat(all(source.open(CHARTER))).containsExactly("TRANSACTIONS 3 20523");
    LogSource earlier = source("--log=" + payments, "--from=2026-03-09T12:00:00Z");
    assertThat(all(earlier.open(CHARTER)))
        .containsExactly("TRANSACTIONS 2 20514", "TRANSACTIONS 3 20523");
  }

  private Path lake() throws IOException, SQLException {
    Path lake = folder.resolve("lake");
    Path hour = Files.createDirectories(lake.resolve("bronze/date=2026-03-01/hour=00"));
    try (Duck duck = Duck.open()) {
      duck.execute(
          "copy (select topic, 0 as log_partition, o::bigint as log_offset,"
              + " timestamptz '2026-03-01 00:00:00+00' + to_days(d::int) as log_time,"
              + " null::blob as key, '{}'::blob as value from (values ('p', 0, 0), ('p', 1, 9),"
              + " ('p.labels', 0, 1)) as v (topic, o, d)) to "
              + Duck.quoted(hour.resolve("0.parquet"))
              + " (format parquet)");
    }
    return lake;
  }

  @Test
  void opensALakeWithItsLabelsOrThoseOfAFile() throws IOException, SQLException {
    Path lake = lake();
    LogSource own = source("--log=" + lake);
    assertThat(all(own.open(CHARTER)))
        .containsExactly("TRANSACTIONS 0 20513", "LABELS 0 20514", "TRANSACTIONS 1 20522");
    assertThat(all(own.transactions(CHARTER)))
        .containsExactly("TRANSACTIONS 0 20513", "TRANSACTIONS 1 20522");
    assertThat(all(own.labels(CHARTER))).containsExactly("LABELS 0 20514");
    LogSource other = source("--log=" + lake, "--labels=" + labels);
    assertThat(all(other.open(CHARTER)))
        .containsExactly("TRANSACTIONS 0 20513", "LABELS 1 20520", "TRANSACTIONS 1 20522");
    assertThat(all(other.labels(CHARTER))).containsExactly("LABELS 1 20520");
    try (Log log = other.open(CHARTER)) {
      assertThat(log.next()).extracting(Entry::kind).isEqualTo(Kind.TRANSACTIONS);
      assertThat(log.reached()).isEqualTo(20_513 * DAY - Log.CLOCKS_MILLIS);
      assertThat(log.records()).isEqualTo(4);
    }
  }

  @Test
  void aLakeWithoutLabelsHasNone() throws IOException, SQLException {
    Path lake = lake();
    assertThat(all(source("--log=" + lake, "--topic=p.labels").labels(CHARTER))).isEmpty();
  }
}
