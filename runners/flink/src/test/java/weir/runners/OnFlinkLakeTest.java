package weir.runners;

import java.util.List;
import weir.contract.FlinkBundles;
import weir.contract.LakeContract;

/** What Flink leaves in the lake. */
class OnFlinkLakeTest extends LakeContract {
  @Override
  protected String mainClass() {
    return OnFlink.class.getName();
  }

  @Override
  protected List<String> cut() {
    return List.of("--lakeBundles=5", FlinkBundles.LONG);
  }
}
