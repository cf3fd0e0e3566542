package weir.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weir.failure.UnavailableException;
import weir.launch.ParentWatch;
import weir.launch.Watched;

/**
 * What the servers of an engine run from: all that its distribution has, and nothing of Weir but
 * the watch that ends them with this process.
 *
 * @param jvmArgs file of the options that JVMs with a pipeline need
 */
public record Distribution(String classPath, Path jvmArgs) {

  /** Finds what the build of a checkout gathered for an engine. */
  public static Distribution of(String engine, Path checkout) {
    Path written = checkout.resolve(Path.of("infra", "distributions", engine, "target/classpath"));
    try {
      return new Distribution(
          Files.readString(written).strip(), checkout.resolve("runners").resolve("jvm.args"));
    } catch (IOException missing) {
      throw new UnavailableException("the servers of " + engine + " are not built", missing);
    }
  }

  /** The command line that starts a server which ends with this process. */
  List<String> command(List<String> jvmOptions, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + jvmArgs);
    command.add(ParentWatch.option());
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(classPath);
    command.addAll(Watched.command(mainClass));
    command.addAll(arguments);
    return command;
  }
}
