package weir.runners;

import java.util.List;
import weir.contract.RestartContract;

/** The DirectRunner, killed and begun anew from what it committed. */
class OnDirectRestartTest extends RestartContract {
  @Override
  protected String mainClass() {
    return OnDirect.class.getName();
  }

  @Override
  protected List<String> committing() {
    return List.of();
  }
}
