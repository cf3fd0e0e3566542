package weir.runners;

import java.util.List;
import weir.contract.EngineContract;

/** The engine contract on the FlinkRunner. */
class OnFlinkContractTest extends EngineContract {
  @Override
  protected String mainClass() {
    return OnFlink.class.getName();
  }

  @Override
  protected List<String> otherParallelism() {
    return List.of("--parallelism=1");
  }
}
