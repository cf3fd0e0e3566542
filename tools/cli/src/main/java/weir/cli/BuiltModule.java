package weir.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weir.failure.UnavailableException;

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

  /** The class path that the build wrote down. */
  public String classPath() {
    Path target = home().resolve(folder).resolve("target");
    try {
      return target.resolve("classes")
          + File.pathSeparator
          + Files.readString(target.resolve("classpath"));
    } catch (IOException missing) {
      throw new UnavailableException(folder + " is not built: start it by ./weir", missing);
    }
  }

  /** The command line that starts it in a JVM of its own. */
  public List<String> command(List<String> jvmOptions, List<String> arguments) {
    return command(classPath(), mainClass, jvmOptions, arguments);
  }

  /** The command line of any main class in a JVM of its own. */
  static List<String> command(
      String classPath, String mainClass, List<String> jvmOptions, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(classPath);
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }
}
