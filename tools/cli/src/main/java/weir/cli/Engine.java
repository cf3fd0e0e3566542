package weir.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An engine that the pipeline runs on, and where its module is. */
enum Engine {
  DIRECT("Direct"),
  FLINK("Flink"),
  SPARK("Spark");

  private final String name;

  Engine(String name) {
    this.name = name;
  }

  String title() {
    return name;
  }

  String folder() {
    return name.toLowerCase(Locale.ROOT);
  }

  BuiltModule module() {
    return new BuiltModule("runners/" + folder(), "weir.runners.On" + name);
  }

  /** Takes the short name and the name of Beam's runner. */
  static final class Converter implements ITypeConverter<Engine> {
    @Override
    public Engine convert(String text) {
      return named(text, List.of(values()), "direct, flink or spark");
    }
  }

  /** The same of those that have clusters. */
  static final class OfClusters implements ITypeConverter<Engine> {
    @Override
    public Engine convert(String text) {
      return named(text, List.of(FLINK, SPARK), "flink or spark");
    }
  }

  private static Engine named(String text, List<Engine> possible, String names) {
    return possible.stream()
        .filter(engine -> text.equalsIgnoreCase(engine.name) || text.equals(engine.name + "Runner"))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("no runner '" + text + "', expected " + names));
  }
}
