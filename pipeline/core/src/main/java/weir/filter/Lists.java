package weir.filter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Lists of ids that people keep, as they were at any log time. */
public interface Lists {
  /** There are none. */
  Lists NONE = (list, id, logTime) -> false;

  /** Whether the id stood in the list when something reached the log. */
  boolean has(String list, String id, long logTime);

  /**
   * The number that the id had in the list when something reached the log; absent if it was not
   * there or had none. Lists that are only asked for their members have none.
   */
  default @Nullable BigDecimal value(String list, String id, long logTime) {
    return null;
  }
}
