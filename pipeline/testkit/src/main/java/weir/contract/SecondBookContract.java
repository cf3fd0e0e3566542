package weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.Oracle;

/**
 * A second job with other rules reads the same log and writes to the same tables as the first.
 * Earlier answers stay as they were, and nothing stands that the rules in force at the time do not
 * say.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SecondBookContract {
  private static final int TRANSACTIONS = 4000;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Different limits, two rules removed and one added; windows within the first book's horizon. */
  private static final String OTHER =
      """
      allowedLateness: 10 s
      allowedClockSkew: 5 s
      rules:
        - {id: dear, version: 2, kind: amount-over, severity: high, limit: 1000}
        - {id: often, version: 2, kind: count-in-window, severity: low, moreThan: 4, window: 40 s}
        - {id: sum, version: 1, kind: sum-in-window, severity: medium, limit: 4000, window: 60 s}
        - {id: spend, version: 2, kind: total-in-windows, severity: low,
           limit: 1000, window: 30 s, every: 10 s}
        - {id: any, version: 1, kind: amount-over, severity: low, limit: 1}
      """;

  private final RuleBook book = ShortWindows.BOOK;
  private final List<LogRecord> log = ShortWindows.log(20_260_701, TRANSACTIONS);
  private final int first = TRANSACTIONS * 9 / 10;
  private final Servers servers = Servers.start();

  @TempDir private Path folder = Path.of("target");

  /** The main class of the job on this engine. */
  protected abstract String mainClass();

  @AfterAll
  void stopServers() {
    servers.close();
  }

  @Test
  void whatWasSaidStaysAsItWas() throws Exception {
    JobPlaces places = servers.newPlaces();
    String topic = places.topics().transactions();
    assertThat(Oracle.verdicts(RuleBookReader.parse("other", OTHER), log))
        .as("the other rules would say something else")
        .isNotEqualTo(Oracle.verdicts(book, log));
    try (AnswerReader reader = new AnswerReader(servers.client(), places.topics())) {
      List<LogRecord> some = log.subList(0, first);
      LogWriter.write(servers.client(), topic, some);
      try (JobProcess job = start(places, ShortWindows.RULES, topic)) {
        assertStands(places, reader, some, job);
        assertThat(job.output()).contains("by book 1,").doesNotContain("book 2");
      }
      // The job is in another consumer group, so it reads the log from the beginning.
      try (JobProcess job = start(places, OTHER, topic + "-second")) {
        LogWriter.write(servers.client(), topic, log.subList(first, log.size()));
        assertStands(places, reader, log, job);
        assertThat(job.output()).contains("announced the rules as book 2, in force from");
      }
    }
  }

  private void assertStands(
      JobPlaces places, AnswerReader reader, List<LogRecord> records, JobProcess job)
      throws Exception {
    Oracle.Truth truth = Oracle.truth(book, places.topics().transactions(), records);
    Answers expected = truth.answers();
    SortedMap<String, String> verdicts = truth.verdicts();
    reader.await(expected, job, PATIENCE);
    assertThat(reader.answers()).isEqualTo(expected);
    assertThat(reader.compacted()).isEqualTo(expected);
    try (PostgresAnswers stored = servers.stored(places)) {
      stored.await(expected, verdicts, job, PATIENCE);
      assertThat(stored.answers()).isEqualTo(expected);
      assertThat(stored.verdicts()).isEqualTo(verdicts);
    }
  }

  private JobProcess start(JobPlaces places, String text, String group) throws Exception {
    Path rules = Files.writeString(Files.createTempFile(folder, "rules", ".yaml"), text);
    List<String> options = new ArrayList<>(servers.options(places));
    options.removeIf(each -> each.startsWith("--consumerGroup="));
    options.addAll(List.of("--consumerGroup=" + group, "--rules=" + rules));
    return JobProcess.start(mainClass(), options);
  }
}
