package weir.cluster;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a cluster.
 *
 * @param port where jobs are submitted, 0 for any
 * @param slots how many tasks a worker runs at once
 * @param megabytes what a worker has for the objects of its tasks
 * @param folder what the cluster keeps, and its logs; a temporary one that goes in the end if empty
 * @param configuration further entries in the engine's own words
 */
public record ClusterSettings(
    int port,
    int workers,
    int slots,
    int megabytes,
    Optional<Path> folder,
    Map<String, String> configuration) {

  public ClusterSettings {
    configuration = Map.copyOf(configuration);
  }

  /** Two workers with two slots each, on any port. */
  public static ClusterSettings small() {
    return new ClusterSettings(0, 2, 2, 1024, Optional.empty(), Map.of());
  }

  public ClusterSettings with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(configuration);
    more.put(key, value);
    return new ClusterSettings(port, workers, slots, megabytes, folder, more);
  }

  /** With a folder that stays, with all that the servers said. */
  public ClusterSettings in(Path kept) {
    return new ClusterSettings(port, workers, slots, megabytes, Optional.of(kept), configuration);
  }

  public ClusterSettings withWorkers(int number, int slotsOfEach) {
    return new ClusterSettings(port, number, slotsOfEach, megabytes, folder, configuration);
  }
}
