package weir.backtest.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.contract.AnswerReader;
import weir.contract.JobPlaces;
import weir.contract.JobProcess;
import weir.contract.LogWriter;
import weir.contract.Servers;
import weir.local.Topics;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.HostileLabels;
import weir.oracle.HostileLog;
import weir.oracle.HostileNotices;
import weir.oracle.HostileSettings;
import weir.oracle.NaiveBooks;
import weir.oracle.NoticeLetters;
import weir.oracle.Oracle;
import weir.oracle.Poison;

/**
 * The log of a live run, whose rules changed while it ran: a hostile one, with labels, keys and
 * models. A back-test of what was in force gives the alerts that the job gave, byte for byte.
 */
@Tag("slow")
class LiveRunTest {
  private static final int TRANSACTIONS = 4000;
  private static final int USERS = 150;
  private static final int MEAN_GAP_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir private Path folder = Path.of("target");

  @Test
  void givesTheAlertsOfTheJob() throws Exception {
    RuleBook first = RuleBookReader.parse("first", HostileNotices.firstText());
    List<LogRecord> plain =
        HostileLog.generate(
            20_261_128,
            HostileSettings.of(first, USERS, Servers.PARTITIONS, TRANSACTIONS, MEAN_GAP_MILLIS));
    List<LogRecord> log = Poison.in(plain);
    List<LogRecord> labels = Poison.in(HostileLabels.of(plain));
    List<LogRecord> control = HostileNotices.of(plain);
    try (Servers servers = Servers.start()) {
      JobPlaces places = servers.newPlaces();
      servers.createControl(places);
      servers.createLabels(places);
      Topics topics = places.topics();
      LogWriter.write(servers.client(), Servers.control(places), control);
      LogWriter.write(servers.client(), topics.transactions(), log);
      LogWriter.write(servers.client(), topics.labels(), labels);
      List<String> live = live(servers, places, expected(topics, log, labels, control));
      assertThat(live).hasSizeGreaterThan(1000);
      Path written = folder.resolve("alerts.jsonl");
      backtest(
          "--bootstrapServers=" + servers.client().get("bootstrap.servers"),
          "--topic=" + topics.transactions(),
          "--write-alerts=" + written);
      assertThat(Files.readAllLines(written)).isEqualTo(live);
    }
  }

  private static Answers expected(
      Topics topics, List<LogRecord> log, List<LogRecord> labels, List<LogRecord> control) {
    NaiveBooks books = NaiveBooks.of(control);
    return new Answers(
            Oracle.truth(books, "any", log, labels).answers().alerts(),
            Oracle.deadLetters(books, topics.transactions(), log))
        .with(Oracle.deadLettersOfLabels(books, topics.labels(), labels))
        .with(NoticeLetters.of(topics.transactions() + ".control", control));
  }

  /** The alerts that stand when the job has said all, by their ids. */
  private static List<String> live(Servers servers, JobPlaces places, Answers expected)
      throws InterruptedException {
    try (AnswerReader reader = new AnswerReader(servers.client(), places.topics());
        JobProcess job = JobProcess.start("weir.runners.OnFlink", servers.options(places))) {
      reader.await(expected, job, PATIENCE);
      return List.copyOf(reader.answers().alerts().values());
    }
  }

  private static void backtest(String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of("backtest"));
    all.addAll(List.of(args));
    int exit =
        Main.run(
            all,
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    // A slow machine may have the time to tell how far it is.
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .allMatch(line -> line.startsWith("reading the log: "));
    assertThat(exit).isZero();
  }
}
