package weir.runners;

import java.util.List;
import weir.contract.WholeLogContract;

/** What Flink says of a whole log in a lake. */
class OnFlinkWholeLogTest extends WholeLogContract {
  @Override
  protected String mainClass() {
    return OnFlink.class.getName();
  }

  @Override
  protected List<String> parallelism() {
    return List.of("--parallelism=2");
  }
}
