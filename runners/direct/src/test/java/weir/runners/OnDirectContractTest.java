package weir.runners;

import java.util.List;
import weir.contract.EngineContract;

/** The engine contract on the DirectRunner. */
class OnDirectContractTest extends EngineContract {
  @Override
  protected String mainClass() {
    return OnDirect.class.getName();
  }

  @Override
  protected List<String> otherParallelism() {
    return List.of("--targetParallelism=4", "--keyGroups=4");
  }
}
