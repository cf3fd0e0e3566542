package weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import weir.book.RuleBook;
import weir.model.HeaderNames;
import weir.model.LogRecord;
import weir.oracle.Answers;
import weir.oracle.Oracle;
import weir.oracle.Poison;

/**
 * What exactly-once delivery demands of an engine. The job fails repeatedly while it writes, is
 * killed, and continues from a checkpoint. A reader of committed records still finds every
 * statement once, before any merging.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DeliveryContract {
  private static final int TRANSACTIONS = 8_000;
  private static final int SLICES = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final RuleBook book = ShortWindows.BOOK;
  private final List<LogRecord> log = Poison.in(ShortWindows.log(20_260_801, TRANSACTIONS));
  private final Servers servers = Servers.start();

  @TempDir private Path folder = Path.of("target");

  /** The main class of the job on this engine. */
  protected abstract String mainClass();

  /** Options that let the engine recover from a failure, with checkpoints in this folder. */
  protected abstract List<String> checkpointing(Path folder);

  /** The newest complete checkpoint in a folder. */
  protected abstract Optional<Path> newest(Path folder);

  /** Further options that start the engine from this checkpoint after it was killed. */
  protected abstract List<String> goingOn(Path checkpoint) throws IOException;

  @AfterAll
  void stopServers() {
    servers.close();
  }

  @BeforeEach
  void writeFiles() throws Exception {
    Files.writeString(folder.resolve("rules.yaml"), ShortWindows.RULES);
    Files.writeString(
        folder.resolve("failing.properties"),
        "partitioner.class=" + FailingPartitioner.class.getName());
  }

  @Test
  void exactlyOnceEveryStatementIsThereOnce() throws Exception {
    List<ConsumerRecord<byte[], byte[]>> records = written("exactly-once");
    assertThat(records).hasSizeGreaterThan(TRANSACTIONS);
    assertThat(repeated(records)).as("of %,d records", records.size()).isEmpty();
    assertThat(records)
        .filteredOn(record -> record.topic().startsWith("alerts"))
        .allMatch(record -> record.headers().lastHeader(HeaderNames.DETECTED_AT) != null);
  }

  /** How many statements are repeated is a matter of chance, so the test only prints it. */
  @Test
  @SuppressWarnings("SystemOut") // Shows what exactly-once delivery saves.
  void atLeastOnceNoneIsMissing() throws Exception {
    List<ConsumerRecord<byte[], byte[]>> records = written("at-least-once");
    System.out.printf(
        "At least once: %,d of %,d records were said before.%n",
        repeated(records).size(), records.size());
  }

  /** Everything that is committed in the end. Merged, it must equal the oracle's answers. */
  private List<ConsumerRecord<byte[], byte[]>> written(String delivery) throws Exception {
    JobPlaces places = servers.newPlaces();
    Path checkpoints = Files.createDirectory(folder.resolve(delivery));
    Answers expected = Oracle.answer(book, places.topics().transactions(), log);
    try (AnswerReader reader = new AnswerReader(servers.client(), places.topics())) {
      List<String> options = new ArrayList<>(options(places, delivery));
      options.addAll(checkpointing(checkpoints));
      int most = SLICES * 6 / 10;
      try (JobProcess job = start(options)) {
        feed(places, 0, most - 1, reader, job);
        awaitFailure(reader, job);
        await(() -> newest(checkpoints).isPresent(), reader, job);
        // The job has recovered and is at work.
        feed(places, most - 1, most, reader, job);
        job.kill();
      }
      options.addAll(goingOn(newest(checkpoints).orElseThrow()));
      try (JobProcess job = start(options)) {
        feed(places, most, SLICES, reader, job);
        awaitFailure(reader, job);
        reader.await(expected, job, PATIENCE);
      }
      assertThat(reader.answers()).isEqualTo(expected);
    }
    assertThat(BranchReader.read(servers.client(), places.branches()).keySet())
        .isEqualTo(Oracle.verdicts(book, log).keySet());
    List<String> topics = new ArrayList<>(places.branches());
    topics.add(places.topics().alerts());
    topics.add(places.topics().deadLetters());
    return TopicContent.read(servers.client(), topics);
  }

  /** Writes slice by slice. After each slice it waits until the job has answered again. */
  private void feed(JobPlaces places, int from, int to, AnswerReader reader, JobProcess job) {
    for (int slice = from; slice < to; slice++) {
      LogWriter.write(
          servers.client(),
          places.topics().transactions(),
          log.subList(log.size() * slice / SLICES, log.size() * (slice + 1) / SLICES));
      reader.awaitSince(System.currentTimeMillis(), job, PATIENCE);
    }
  }

  private static void awaitFailure(AnswerReader reader, JobProcess job) throws IOException {
    await(() -> job.output().contains(FailingPartitioner.MESSAGE), reader, job);
  }

  private interface Question {
    boolean yes() throws IOException;
  }

  private static void await(Question question, AnswerReader reader, JobProcess job)
      throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!question.yes()) {
      assertThat(job.isAlive() && System.nanoTime() < end).as(job::output).isTrue();
      reader.poll();
    }
  }

  /** The statements that repeat an earlier one. */
  private static List<String> repeated(List<ConsumerRecord<byte[], byte[]>> records) {
    Set<String> said = new HashSet<>();
    return records.stream().map(DeliveryContract::said).filter(each -> !said.add(each)).toList();
  }

  /** What a record states, without the parts that change each time it is sent. */
  private static String said(ConsumerRecord<byte[], byte[]> record) {
    Header seen = record.headers().lastHeader(HeaderNames.SEEN);
    return String.join(
        " ",
        record.topic(),
        new String(record.key(), StandardCharsets.UTF_8),
        new String(record.value(), StandardCharsets.UTF_8),
        seen == null ? "" : new String(seen.value(), StandardCharsets.UTF_8));
  }

  private List<String> options(JobPlaces places, String delivery) {
    List<String> options = new ArrayList<>(servers.options(places));
    options.add("--delivery=" + delivery);
    options.add("--rules=" + folder.resolve("rules.yaml"));
    options.add("--kafkaProperties=" + folder.resolve("failing.properties"));
    return options;
  }

  private JobProcess start(List<String> options) {
    return JobProcess.start(mainClass(), options);
  }
}
