package weir.runners;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import weir.failure.MisuseException;
import weir.options.WeirOptions;

/**
 * The savepoint or checkpoint that a job goes on from. Flink looks for one that is not there when
 * the job is started already, and says so after a while only.
 */
final class FlinkSavepoint {
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");

  private FlinkSavepoint() {}

  static void check(WeirOptions options) {
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    String path = flink.getSavepointPath();
    if (path != null && isHere(flink.getFlinkMaster()) && isMissing(path)) {
      throw new MisuseException("--savepointPath: there is no savepoint at " + path);
    }
  }

  /** Whether Flink reads the files of this machine. */
  private static boolean isHere(String master) {
    if (master.startsWith("[")) {
      return true;
    }
    try {
      return InetAddress.getByName(master.replaceFirst(":\\d+$", "")).isLoopbackAddress();
    } catch (UnknownHostException elsewhere) {
      return false;
    }
  }

  private static boolean isMissing(String path) {
    if (!SCHEME.matcher(path).lookingAt()) {
      return !Files.exists(Path.of(path));
    }
    return path.startsWith("file:") && !Files.exists(Path.of(URI.create(path).getPath()));
  }
}
