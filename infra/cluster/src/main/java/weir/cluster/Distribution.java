package weir.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import weir.failure.UnavailableException;
import weir.launch.Launch;

/**
 * What the servers of an engine run from: all that its distribution has, and nothing of Weir but
 * the watch that ends them with this process.
 *
 * @param jvmArgs file of the options that JVMs with a pipeline need
 * @param jvmOptions further options of every server's JVM
 */
public record Distribution(String classPath, Path jvmArgs, List<String> jvmOptions) {
  public Distribution {
    jvmOptions = List.copyOf(jvmOptions);
  }

  /** Finds what the build of a checkout gathered for an engine. */
  public static Distribution of(String engine, Path checkout) {
    Path written = checkout.resolve(Path.of("infra", "distributions", engine, "target/classpath"));
    try {
      return new Distribution(
          Files.readString(written).strip(),
          checkout.resolve("runners").resolve("jvm.args"),
          List.of());
    } catch (IOException missing) {
      throw new UnavailableException("the servers of " + engine + " are not built", missing);
    }
  }

  /** With further options of every server's JVM. */
  public Distribution with(List<String> more) {
    return new Distribution(classPath, jvmArgs, more);
  }

  /** How a server is started that ends with this process. */
  Launch server(String name, String mainClass) {
    return Launch.of(name, classPath, mainClass).foreign().jvm("@" + jvmArgs).jvm(jvmOptions);
  }
}
