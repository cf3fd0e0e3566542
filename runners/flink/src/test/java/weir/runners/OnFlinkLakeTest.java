package weir.runners;

import weir.contract.LakeContract;

/** What Flink leaves in the lake. */
class OnFlinkLakeTest extends LakeContract {
  @Override
  protected String mainClass() {
    return OnFlink.class.getName();
  }
}
