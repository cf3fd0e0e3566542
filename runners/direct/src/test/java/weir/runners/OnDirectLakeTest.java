package weir.runners;

import weir.contract.LakeContract;

/** What the DirectRunner leaves in the lake, of a log half as long as on the other engines. */
class OnDirectLakeTest extends LakeContract {
  @Override
  protected String mainClass() {
    return OnDirect.class.getName();
  }

  @Override
  protected int transactions() {
    return 4_000;
  }
}
