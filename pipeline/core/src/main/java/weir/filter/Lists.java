package weir.filter;

/** Lists of ids that people keep, as they were at any log time. */
public interface Lists {
  /** There are none. */
  Lists NONE = (list, id, logTime) -> false;

  /** Whether the id stood in the list when something reached the log. */
  boolean has(String list, String id, long logTime);
}
