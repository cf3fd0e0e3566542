package weir.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.contract.Damage;
import weir.launch.BuiltModule;

/**
 * The short form of the trials: one part of each cluster, and an upgrade. ./weir bench chaos runs
 * all of them.
 */
@Tag("slow")
class ChaosTest {
  @TempDir private Path folder = Path.of("target");

  @ParameterizedTest
  @CsvSource({"FLINK, TASK_MANAGER", "FLINK, UPGRADE", "SPARK, EXECUTOR"})
  void nothingIsLostAndNothingIsWrong(TargetEngine engine, Fault fault) throws Exception {
    Path each = Files.createDirectory(folder.resolve(engine + "-" + fault));
    Outcome outcome =
        new Trial(BuiltModule.home(), 8000, 300, List.of(), Absence.NONE).run(engine, fault, each);
    assertThat(outcome.damage()).as(outcome::row).isEqualTo(Damage.NONE);
  }
}
