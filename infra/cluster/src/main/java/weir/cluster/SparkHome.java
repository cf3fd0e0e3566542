package weir.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import weir.failure.UnavailableException;
import weir.launch.Distribution;
import weir.local.Ports;

/** The folder of an installed Spark, as its workers look for it: all jars under {@code jars}. */
final class SparkHome {
  /** Spark's scripts find it out by looking at the names of its jars. */
  private static final String SCALA = "2.12";

  private SparkHome() {}

  /** Makes one of links to what is elsewhere. */
  static Path make(Distribution distribution, Path folder) {
    Path home = folder.resolve("spark");
    try {
      Path jars = Files.createDirectories(home.resolve("jars"));
      for (String each : distribution.classPath().split(File.pathSeparator, -1)) {
        Path library = Path.of(each);
        Path link = jars.resolve(library.getFileName());
        if (Files.isRegularFile(library) && !Files.isSymbolicLink(link)) {
          Files.createSymbolicLink(link, library);
        }
      }
      return home;
    } catch (IOException failed) {
      throw new UnavailableException("the folder " + home + " cannot be made: " + failed, failed);
    }
  }

  /** What servers are told by their environment. */
  static Map<String, String> environment(Path home) {
    return Map.of(
        "SPARK_HOME", home.toString(), "SPARK_LOCAL_IP", Ports.HOST, "SPARK_SCALA_VERSION", SCALA);
  }
}
