package weir.runners;

import weir.contract.LakeContract;

/** What Spark leaves in the lake. */
class OnSparkLakeTest extends LakeContract {
  @Override
  protected String mainClass() {
    return OnSpark.class.getName();
  }
}
