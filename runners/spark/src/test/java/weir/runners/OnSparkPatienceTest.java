package weir.runners;

import weir.contract.PatienceContract;

class OnSparkPatienceTest extends PatienceContract {
  @Override
  protected String mainClass() {
    return OnSpark.class.getName();
  }
}
