package weir.bench.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.book.RuleBookReader;
import weir.contract.TwinContract;

/** The twin contract by hand on Flink. */
class OnNativeFlinkTest extends TwinContract {
  @TempDir Path folder = Path.of("target");

  @Override
  protected String mainClass() {
    return OnNativeFlink.class.getName();
  }

  @Test
  void answersLikeTheOracleByOtherKeysThanTheUserAsWell() throws IOException, InterruptedException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), RuleBookReader.defaultText());
    answersLikeTheOracle(
        RuleBookReader.readDefault(), /* killed= */ false, "--parallelism=2", "--rules=" + rules);
  }
}
