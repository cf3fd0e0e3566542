package weir.backtest.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.command.EngineOptions;
import weir.failure.MisuseException;
import weir.launch.Launch;
import weir.log.Span;

/** Real jobs, on Flink: what they leave in their lakes gives the answer of a pass. */
@Tag("slow")
class JobTest {
  private static final int PAYMENTS = 3000;

  @TempDir private Path folder = Path.of("target");

  private static Launch flink() {
    return Launch.ofThese("the job", "weir.runners.OnFlink")
        .jvm("@" + System.getProperty("weir.jvm.args"))
        .jvm(List.of(System.getProperty("weir.job.jvm").split(" ")));
  }

  private static Job job(HostileLake lake, String... further) {
    EngineOptions options = new EngineOptions();
    options.further.addAll(List.of(further));
    return new Job(
        JobTest::flink,
        options,
        new Job.Input(lake.folder().toString(), List.of("payments", "payments.labels")));
  }

  @Test
  void twoJobsGiveTheAnswerOfAPass() throws Exception {
    HostileLake lake = HostileLake.in(folder.resolve("lake"), PAYMENTS);
    Job job = job(lake, "--parallelism=2");
    for (FixedSide each : List.of(lake.inForce(), lake.first())) {
      boolean ended = job.run(each, folder.resolve(each.name()).toString(), () -> {}, () -> false);
      assertThat(ended).isTrue();
    }
    SameAnswer same = new SameAnswer(lake, folder);
    same.check(lake.inForce(), lake.first(), Span.ALL);
    same.check(lake.first(), lake.inForce(), lake.middle());
  }

  @Test
  void oneThatIsStoppedLeavesNothingRunning() throws Exception {
    HostileLake lake = HostileLake.in(folder.resolve("lake"), PAYMENTS);
    long children = ProcessHandle.current().children().count();
    boolean ended =
        job(lake).run(lake.first(), folder.resolve("out").toString(), () -> {}, () -> true);
    assertThat(ended).isFalse();
    assertThat(ProcessHandle.current().children().count()).isEqualTo(children);
  }

  @Test
  void whatTheJobRefusesIsTold() throws Exception {
    HostileLake lake = HostileLake.in(folder.resolve("lake"), PAYMENTS);
    Job job = job(lake, "--paralelism=2");
    assertThatThrownBy(
            () -> job.run(lake.first(), folder.resolve("out").toString(), () -> {}, () -> false))
        .isInstanceOf(MisuseException.class)
        .hasMessageStartingWith("the job that judges by first gave up: ")
        .hasMessageContaining("did you mean");
    assertThat(Files.exists(folder.resolve("out"))).isFalse();
  }
}
