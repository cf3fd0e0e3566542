package weir.runners;

import weir.contract.PatienceContract;

class OnFlinkPatienceTest extends PatienceContract {
  @Override
  protected String mainClass() {
    return OnFlink.class.getName();
  }
}
