package weir.cli.run;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import weir.launch.BuiltModule;

/** An engine that the pipeline runs on, and where its module is. */
public enum Engine {
  DIRECT("Direct"),
  FLINK("Flink"),
  SPARK("Spark");

  private final String name;

  Engine(String name) {
    this.name = name;
  }

  public String title() {
    return name;
  }

  public String folder() {
    return name.toLowerCase(Locale.ROOT);
  }

  BuiltModule module() {
    return new BuiltModule("runners/" + folder(), "weir.runners.On" + name);
  }

  /** Takes the short name and the name of Beam's runner. */
  public static final class Converter implements ITypeConverter<Engine> {
    @Override
    public Engine convert(String text) {
      return named(text, "direct, flink or spark");
    }
  }

  /** The same where a cluster is wanted, which one of them does not have. */
  public static final class OfClusters implements ITypeConverter<Engine> {
    @Override
    public Engine convert(String text) {
      return named(text, "flink or spark");
    }
  }

  private static Engine named(String text, String expected) {
    return Arrays.stream(values())
        .filter(engine -> text.equalsIgnoreCase(engine.name) || text.equals(engine.name + "Runner"))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("no runner '" + text + "', expected " + expected));
  }
}
