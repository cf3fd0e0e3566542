package weir.runners;

import java.util.List;
import weir.contract.WholeLogContract;

/** What Spark says of a whole log in a lake. */
class OnSparkWholeLogTest extends WholeLogContract {
  @Override
  protected String mainClass() {
    return OnSpark.class.getName();
  }

  @Override
  protected List<String> parallelism() {
    return List.of("--sparkMaster=local[2]");
  }
}
