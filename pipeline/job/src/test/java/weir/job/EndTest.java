package weir.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weir.contract.JobProcess;

/** The process ends with its code, whatever is left in it. */
class EndTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Has a thread that never ends. */
  public static final class Busy {
    private Busy() {}

    public static void main(String[] args) {
      new Thread(EndTest::hang).start();
      End.with(1);
    }
  }

  /** Has something to do at its end that never ends. */
  public static final class Hanging {
    private Hanging() {}

    public static void main(String[] args) {
      Runtime.getRuntime().addShutdownHook(new Thread(EndTest::hang));
      End.with(2);
    }
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void assertEnds(Class<?> main, int code) throws InterruptedException {
    try (JobProcess process = JobProcess.start(main.getName(), List.of())) {
      assertThat(process.endsWithin(SOON)).isTrue();
      assertThat(process.waitFor()).isEqualTo(code);
    }
  }

  @Test
  void threadsDoNotKeepIt() throws InterruptedException {
    assertEnds(Busy.class, 1);
  }

  @Test
  @Tag("slow")
  void hooksDoNotKeepItForLong() throws InterruptedException {
    assertEnds(Hanging.class, 2);
  }
}
