package weir.contract;

import java.util.List;

/**
 * What JVMs are told that live as long as a test. In a minute the JDK's optimizing compiler costs
 * more than it saves: without it a job of a contract takes half the processor time. Tests only:
 * nothing is told where the build does not ask for it.
 */
public final class ShortLived {
  private static final String PROPERTY = "weir.jvm.short";

  private ShortLived() {}

  /** Options of such a JVM; of those that Spark starts for it too. */
  public static List<String> options() {
    String option = System.getProperty(PROPERTY);
    return option == null || option.isBlank()
        ? List.of()
        : List.of(option, "-Dspark.executor.extraJavaOptions=" + option);
  }
}
