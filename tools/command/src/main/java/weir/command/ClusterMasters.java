package weir.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.regex.Pattern;
import weir.failure.UnavailableException;

/**
 * The masters of a cluster, as options of the pipeline name them.
 *
 * @param addresses hosts with their ports; what is written in another way is for the engine
 */
public record ClusterMasters(List<String> addresses) {
  private static final Pattern OPTION = Pattern.compile("--(flinkMaster=|sparkMaster=spark://)");
  private static final Pattern ADDRESS = Pattern.compile("[^:/]+:\\d{1,5}");

  private static final int PATIENCE_MILLIS = 5_000;

  public static ClusterMasters of(List<String> options) {
    return new ClusterMasters(
        options.stream()
            .filter(option -> OPTION.matcher(option).lookingAt())
            .flatMap(
                option ->
                    Pattern.compile(",").splitAsStream(OPTION.matcher(option).replaceFirst("")))
            .filter(ADDRESS.asMatchPredicate())
            .toList());
  }

  /** Says at once that nobody is there, where an engine would try again for a minute. */
  public void check() {
    if (!addresses.isEmpty() && addresses.stream().noneMatch(ClusterMasters::answers)) {
      throw new UnavailableException("no cluster answers at " + String.join(", ", addresses));
    }
  }

  private static boolean answers(String address) {
    int colon = address.indexOf(':');
    int port = Integer.parseInt(address.substring(colon + 1));
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.substring(0, colon), port), PATIENCE_MILLIS);
      return true;
    } catch (IOException | IllegalArgumentException nobody) {
      return false;
    }
  }
}
