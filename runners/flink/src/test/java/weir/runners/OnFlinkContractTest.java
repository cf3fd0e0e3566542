package weir.runners;

import java.util.List;
import weir.contract.EngineContract;
import weir.contract.FlinkBundles;

/** The engine contract on the FlinkRunner. */
class OnFlinkContractTest extends EngineContract {
  @Override
  protected String mainClass() {
    return OnFlink.class.getName();
  }

  @Override
  protected List<String> otherParallelism() {
    return List.of("--parallelism=1", FlinkBundles.LONG);
  }
}
