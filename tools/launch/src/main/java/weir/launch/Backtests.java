package weir.launch;

/** How the JVM of a back-test is started: it may need more memory than other commands. */
public final class Backtests {
  private static final BuiltModule MODULE =
      new BuiltModule("tools/backtest", "weir.backtest.command.Main");

  private Backtests() {}

  /** A back-test, without its command line. */
  public static Launch launch() {
    return MODULE
        .launch("the back-test")
        .jvm("-Xmx4g", "-XX:+UseParallelGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
  }
}
