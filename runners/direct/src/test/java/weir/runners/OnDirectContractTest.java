package weir.runners;

import java.util.List;
import weir.contract.EngineContract;

/** The engine contract on the DirectRunner, which takes a bundle for each value of each key. */
class OnDirectContractTest extends EngineContract {
  @Override
  protected String mainClass() {
    return OnDirect.class.getName();
  }

  @Override
  protected int transactions() {
    return 8_000;
  }

  @Override
  protected List<String> otherParallelism() {
    return List.of("--targetParallelism=4");
  }
}
