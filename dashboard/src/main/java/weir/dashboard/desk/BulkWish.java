package weir.dashboard.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.OpenCases;

/**
 * What somebody asks the desk to do about many cases at once.
 *
 * @param id the same if it is asked again because no answer came
 * @param kind what is decided; absent if a bulk decision is taken back
 * @param undo the bulk decision to take back
 * @param cases none if one is taken back
 */
public record BulkWish(
    UUID id, @Nullable Kind kind, @Nullable UUID undo, String note, List<OpenCases.Wanted> cases) {

  public BulkWish {
    cases = List.copyOf(cases);
  }
}
