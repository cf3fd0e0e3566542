package weir.runners;

import weir.contract.LakeContract;

/** What the DirectRunner leaves in the lake. */
class OnDirectLakeTest extends LakeContract {
  @Override
  protected String mainClass() {
    return OnDirect.class.getName();
  }
}
