package weir.runners;

import weir.contract.PatienceContract;

class OnDirectPatienceTest extends PatienceContract {
  @Override
  protected String mainClass() {
    return OnDirect.class.getName();
  }
}
