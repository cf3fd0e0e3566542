package weir.runners;

import java.util.List;
import weir.contract.LakeContract;

/** What the DirectRunner leaves in the lake. */
class OnDirectLakeTest extends LakeContract {
  @Override
  protected String mainClass() {
    return OnDirect.class.getName();
  }

  @Override
  protected List<String> cut() {
    return List.of("--lakeBundles=25", "--keyGroups=4");
  }
}
