package weir.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import weir.model.LogPosition;
import weir.model.LogRecord;

/** Which records of a run that was begun anew are new, of each topic that it reads. */
class NewAnswersTest {
  private static final NewAnswers AFTER =
      new NewAnswers(
          1000, 0, Map.of("transactions", Map.of(0, 50L, 1, 10L), "labels", Map.of(0, 5L)));

  private static LogRecord at(int partition, long offset, long time) {
    return new LogRecord(new LogPosition(partition, offset, time), null, null);
  }

  @Test
  void theSamePartitionOfAnotherTopicWasReadElsewhere() {
    assertThat(AFTER.isNew("transactions", at(0, 20, 900))).isFalse();
    assertThat(AFTER.isNew("labels", at(0, 20, 900))).isTrue();
    assertThat(AFTER.isNew("labels", at(0, 4, 900))).isFalse();
    assertThat(AFTER.isNew("labels", at(1, 20, 900))).as("nothing is known of it").isFalse();
  }

  @Test
  void whatReachedTheLogLaterIsNewAnyway() {
    assertThat(AFTER.isNew("transactions", at(0, 20, 1000))).isTrue();
    assertThat(AFTER.isNew("labels", at(0, 4, 1000))).isTrue();
  }
}
