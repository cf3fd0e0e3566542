package weir.launch;

/**
 * Ends this process when the process that started it is gone, however that ended. {@link Launch}
 * tells a JVM by a system property who started it.
 */
public final class ParentWatch {
  private static final String PARENT = "weir.parent";

  private static final int ORPHANED = 1;

  private ParentWatch() {}

  /** What a JVM that this process starts is told, so that it ends with this process. */
  static String option() {
    return "-D" + PARENT + "=" + ProcessHandle.current().pid();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Nothing follows a halt.
  public static void start() {
    Long parent = Long.getLong(PARENT);
    if (parent != null) {
      ProcessHandle.of(parent)
          .ifPresentOrElse(
              process -> process.onExit().thenRun(ParentWatch::halt), ParentWatch::halt);
    }
  }

  private static void halt() {
    Runtime.getRuntime().halt(ORPHANED);
  }
}
