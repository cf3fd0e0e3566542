package weir.runners;

import java.util.List;
import weir.contract.LakeContract;

/** What Spark leaves in the lake. */
class OnSparkLakeTest extends LakeContract {
  @Override
  protected String mainClass() {
    return OnSpark.class.getName();
  }

  /**
   * By batches alone: no span of log time ends. A row that waited for the watermark would wait for
   * ever here, and could be lost with a worker elsewhere.
   */
  @Override
  protected List<String> cut() {
    return List.of("--lakeEvery=3650 d");
  }
}
