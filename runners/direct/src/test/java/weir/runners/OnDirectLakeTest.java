package weir.runners;

import java.util.List;
import weir.contract.LakeContract;

/** What the DirectRunner leaves in the lake. */
class OnDirectLakeTest extends LakeContract {
  @Override
  protected String mainClass() {
    return OnDirect.class.getName();
  }

  /** Each value of a key is a bundle, so there are many of them. */
  @Override
  protected List<String> cut() {
    return List.of("--lakeBundles=25");
  }
}
