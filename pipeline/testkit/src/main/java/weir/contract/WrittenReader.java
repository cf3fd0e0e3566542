package weir.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import weir.model.LogPosition;
import weir.model.LogRecord;

/** Reads all that a job writes, in the topics, the database and the lake. */
public final class WrittenReader implements AutoCloseable {
  private final String topic;
  private final AnswerReader answers;
  private final PostgresAnswers database;
  private final LakeReader lake;
  private final Set<LogPosition> unsettled;

  /**
   * A reader of everything that one job writes.
   *
   * @param unsettled records that may or may not be in the lake yet
   */
  public WrittenReader(
      Map<String, Object> client,
      JobPlaces places,
      PostgresAnswers database,
      Path lake,
      Set<LogPosition> unsettled) {
    this.topic = places.topics().transactions();
    this.answers = AnswerReader.ofAttempts(client, places.topics());
    this.database = database;
    this.lake = new LakeReader(lake);
    this.unsettled = Set.copyOf(unsettled);
  }

  /** How many alerts were sent again unchanged. */
  public long repeated() {
    return answers.repeated();
  }

  /**
   * Waits until everything expected is there. If time runs out, the result tells the differences.
   * Merging removes duplicates here as everywhere, but it hides nothing that is wrong or missing.
   */
  public Damage await(Written expected, Job job, Duration patience)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    answers.await(expected.topic(), job, patience);
    // Counted before they are read: a file that comes while others are read is read afterwards.
    long files = lake.files();
    Written actual = read();
    while (!actual.equals(expected) && System.nanoTime() < end) {
      assertThat(job.isAlive()).as(job::output).isTrue();
      TimeUnit.SECONDS.sleep(1);
      answers.poll();
      long now = lake.files();
      if (now != files || isAnother(actual)) {
        files = now;
        actual = read();
      }
    }
    return Damage.between(expected, actual.equals(expected) ? actual : read());
  }

  /** Whether there is more in the topics or the database than was read. */
  private boolean isAnother(Written read) throws SQLException {
    return !answers.answers().equals(read.topic())
        || !database.answers().equals(read.database())
        || !database.verdicts().equals(read.databaseVerdicts());
  }

  private Written read() throws SQLException {
    return new Written(
        answers.answers(),
        answers.compacted(),
        database.answers(),
        database.verdicts(),
        settled(),
        lake.verdicts(),
        lake.alerts());
  }

  private Map<LogPosition, LogRecord> settled() {
    Map<LogPosition, LogRecord> records = lake.records(topic);
    records.keySet().removeAll(unsettled);
    return records;
  }

  @Override
  public void close() throws SQLException {
    answers.close();
    database.close();
  }
}
