package weir.runners;

import java.util.List;
import weir.contract.WholeLogContract;

/** What Direct says of a whole log in a lake. */
class OnDirectWholeLogTest extends WholeLogContract {
  @Override
  protected String mainClass() {
    return OnDirect.class.getName();
  }

  @Override
  protected List<String> parallelism() {
    return List.of("--targetParallelism=2");
  }
}
