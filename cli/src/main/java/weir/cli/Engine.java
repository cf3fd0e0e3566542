package weir.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import weir.local.LocalServerException;

/** An engine that the pipeline runs on, and where its module is. */
enum Engine {
  DIRECT("Direct"),
  FLINK("Flink"),
  SPARK("Spark");

  private final String name;

  Engine(String name) {
    this.name = name;
  }

  String folder() {
    return name.toLowerCase(Locale.ROOT);
  }

  String mainClass() {
    return "weir.runners.On" + name;
  }

  /** The class path that the build wrote down. */
  String classPath(Path home) {
    Path target = home.resolve("runners").resolve(folder()).resolve("target");
    Path file = target.resolve("classpath");
    try {
      return target.resolve("classes") + File.pathSeparator + Files.readString(file);
    } catch (IOException missing) {
      throw new LocalServerException(
          "the " + folder() + " runner is not built: start it by ./weir", missing);
    }
  }

  /** Takes the short name and the name of Beam's runner. */
  static final class Converter implements ITypeConverter<Engine> {
    @Override
    public Engine convert(String text) {
      return Arrays.stream(values())
          .filter(
              engine -> text.equalsIgnoreCase(engine.name) || text.equals(engine.name + "Runner"))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "no runner '" + text + "', expected direct, flink or spark"));
    }
  }
}
