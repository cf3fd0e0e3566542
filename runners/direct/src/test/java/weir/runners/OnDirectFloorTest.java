package weir.runners;

import java.util.List;
import weir.contract.FloorContract;

/** What the floor rests on, on the DirectRunner. */
class OnDirectFloorTest extends FloorContract {
  @Override
  protected String mainClass() {
    return OnDirect.class.getName();
  }

  @Override
  protected List<String> committing() {
    return List.of();
  }
}
