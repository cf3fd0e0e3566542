package weir.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A module of this checkout that the build made ready to start.
 *
 * @param folder where it is in the checkout
 */
public record BuiltModule(String folder, String mainClass) {

  /** The folder of this checkout, which the script tells. */
  public static Path home() {
    return Path.of(System.getProperty("weir.home", ".")).toAbsolutePath().normalize();
  }

  /** The file with the options of a JVM that has a pipeline in it, as the JVM takes it. */
  public static String pipelineJvm() {
    return "@" + home().resolve("runners").resolve("jvm.args");
  }

  /** The class path that the build wrote down. */
  public String classPath() {
    Path target = home().resolve(folder).resolve("target");
    try {
      return target.resolve("classes")
          + File.pathSeparator
          + ClassPathFile.read(target.resolve("classpath"), home());
    } catch (IOException missing) {
      throw new UncheckedIOException(folder + " is not built: start it by ./weir", missing);
    }
  }

  /**
   * How it is started.
   *
   * @param name what it is, as messages call it
   */
  public Launch launch(String name) {
    return Launch.of(name, classPath(), mainClass);
  }
}
