package weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import weir.patience.Patience;

/** Engines wrap what failed, or hand on its text only; the sentence is the same. */
class JobFailureTest {
  private static final String SENTENCE =
      "gave up: Kafka at host:9092 did not answer for 10 min (--patience)";

  private static Throwable gaveUp() {
    return new IOException(
        "failed to send 3 records",
        new Patience("Kafka at host:9092", Duration.ofMinutes(10)).over(new Exception("late")));
  }

  private static String text(Throwable failed) {
    StringWriter text = new StringWriter();
    failed.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void theEndOfPatienceIsFoundAmongTheCauses() {
    assertThat(JobFailure.sentence(new RuntimeException(gaveUp()))).isEqualTo(SENTENCE);
  }

  @Test
  void theEndOfPatienceIsFoundInTheTextOfAnotherProcess() {
    String text = "Lost task 0.0 in stage 1.0 (host executor 0): " + text(gaveUp());
    assertThat(JobFailure.sentence(new IllegalStateException(text))).isEqualTo(SENTENCE);
  }

  @Test
  void whateverElseFailedIsToldByItsRoot() {
    Throwable failed = new RuntimeException("Pipeline execution failed", new IOException("full"));
    assertThat(JobFailure.sentence(failed)).isEqualTo("the job failed: IOException: full");
  }

  @Test
  void theRootOfATextIsItsLastCause() {
    Throwable failed = new IOException("x", new IllegalStateException("the disk is full"));
    String text = "Job aborted due to stage failure: " + text(failed);
    assertThat(JobFailure.sentence(new Exception(text)))
        .isEqualTo("the job failed: IllegalStateException: the disk is full");
  }

  @Test
  void anErrorIsToldLikeAnyOther() {
    assertThat(JobFailure.sentence(new OutOfMemoryError("Java heap space")))
        .isEqualTo("the job failed: OutOfMemoryError: Java heap space");
  }

  @Test
  void causesThatAreACircleHaveAnEnd() {
    Exception one = new Exception("one");
    Exception other = new Exception("other", one);
    one.initCause(other);
    assertThat(JobFailure.sentence(one)).isEqualTo("the job failed: Exception: other");
  }
}
