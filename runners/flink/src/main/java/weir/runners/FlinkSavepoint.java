package weir.runners;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import weir.failure.MisuseException;
import weir.options.WeirOptions;

/**
 * The savepoint or checkpoint that a job goes on from. Flink looks for one that is not there when
 * the job is started already, and says so after a while only.
 */
final class FlinkSavepoint {
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
    try {
      URI place = URI.create(path);
      if (place.getScheme() == null) {
        return !Files.exists(Path.of(path));
      }
      return place.getScheme().equals("file") && !Files.exists(Path.of(place.getPath()));
    } catch (IllegalArgumentException unreadable) {
      // Flink may understand it.
      return false;
    }
  }
}
