package weir.runners;

import java.util.List;
import weir.contract.EngineContract;

/** The engine contract on the SparkRunner. */
class OnSparkContractTest extends EngineContract {
  @Override
  protected String mainClass() {
    return OnSpark.class.getName();
  }

  @Override
  protected List<String> otherParallelism() {
    return List.of("--sparkMaster=local[3]");
  }
}
