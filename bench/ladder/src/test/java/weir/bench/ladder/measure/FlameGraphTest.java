package weir.bench.ladder.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlameGraphTest {

  @Test
  void showsWhoWasAtWork(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("recording.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
      recording.start();
      assertThat(collatz(Duration.ofSeconds(1))).isPositive();
      recording.stop();
      recording.dump(file);
    }
    Samples samples = Samples.read(file);
    assertThat(samples.count()).isPositive();
    assertThat(new FlameGraph("<here>", samples).svg())
        .contains("FlameGraphTest.collatz", "&lt;here&gt;")
        .startsWith("<svg")
        .endsWith("</svg>\n");
  }

  @Test
  void drawsNothingOfNothing() {
    assertThat(new FlameGraph("idle", new Samples()).svg()).contains("idle, 0 samples");
  }

  /** Keeps this thread busy. */
  private static long collatz(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    long steps = 0;
    for (long start = 1; System.nanoTime() < end; start++) {
      for (long at = start; at != 1; steps++) {
        at = at % 2 == 0 ? at / 2 : 3 * at + 1;
      }
    }
    return steps;
  }
}
