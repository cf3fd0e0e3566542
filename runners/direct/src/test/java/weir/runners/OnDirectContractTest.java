package weir.runners;

import java.util.List;
import weir.contract.EngineContract;

/** The engine contract on the DirectRunner. */
class OnDirectContractTest extends EngineContract {
  @Override
  protected String mainClass() {
    return OnDirect.class.getName();
  }

  /** With few users few groups are fastest; other contracts keep the usual number. */
  @Override
  protected List<String> always() {
    return List.of("--keyGroups=4");
  }

  @Override
  protected List<String> otherParallelism() {
    return List.of("--targetParallelism=4");
  }
}
