package weir.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

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
          ClassPathFile.read(written, checkout), checkout.resolve("runners").resolve("jvm.args"));
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "the servers of " + engine + " are not built: start it by ./weir", missing);
    }
  }

  /** How a server is started that ends with this process. */
  public Launch server(String name, String mainClass) {
    return Launch.of(name, classPath, mainClass).foreign().jvm("@" + jvmArgs);
  }
}
