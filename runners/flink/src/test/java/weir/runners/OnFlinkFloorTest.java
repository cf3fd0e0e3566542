package weir.runners;

import java.util.List;
import weir.contract.FlinkBundles;
import weir.contract.FloorContract;

/** What the floor rests on, on Flink. */
class OnFlinkFloorTest extends FloorContract {
  @Override
  protected String mainClass() {
    return OnFlink.class.getName();
  }

  @Override
  protected List<String> committing() {
    return List.of("--checkpointingInterval=500", FlinkBundles.LONG);
  }
}
