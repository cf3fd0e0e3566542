package weir.runners;

import java.util.List;
import weir.contract.FloorContract;

/** What the floor rests on, on Spark. */
class OnSparkFloorTest extends FloorContract {
  @Override
  protected String mainClass() {
    return OnSpark.class.getName();
  }

  @Override
  protected List<String> committing() {
    return List.of("--commitAfter=1 s");
  }
}
