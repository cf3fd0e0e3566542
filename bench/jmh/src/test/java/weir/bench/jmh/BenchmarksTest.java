package weir.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, with a small history; how fast says nothing here. */
class BenchmarksTest {
  @Test
  void everyOneRuns() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .param("held", "10")
                    .mode(Mode.AverageTime)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(10))
                    .forks(0)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    assertThat(results)
        .extracting(each -> each.getParams().getBenchmark().replace("weir.bench.jmh.", ""))
        .contains(
            "Parse.typical",
            "Parse.withEveryField",
            "Parse.malformed",
            "CoderRoundTrip.transaction",
            "CoderRoundTrip.received",
            "CoderRoundTrip.history",
            "Insert.nothing",
            "Insert.inOrder",
            "Insert.pairWithOneLate",
            "Judge.arrival",
            "JudgeAsking.arrival",
            "AlertToJson.write",
            "Evaluate.condition",
            "Evaluate.withoutAnswer",
            "Evaluate.compile",
            "FeatureOfMany.arrival",
            "FeatureOfFolded.arrival",
            "Score.score",
            "Score.explain",
            "Score.parse",
            "LakeFile.pages",
            "LakeFile.records",
            "LakeFile.recordsWithoutDictionaries")
        .hasSize(41);
    assertThat(results)
        .allSatisfy(each -> assertThat(each.getPrimaryResult().getScore()).isPositive());
  }
}
