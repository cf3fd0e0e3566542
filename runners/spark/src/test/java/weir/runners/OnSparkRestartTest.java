package weir.runners;

import java.util.List;
import weir.contract.RestartContract;

/** Spark, killed and begun anew from what it committed. */
class OnSparkRestartTest extends RestartContract {
  @Override
  protected String mainClass() {
    return OnSpark.class.getName();
  }

  @Override
  protected List<String> committing() {
    return List.of();
  }
}
