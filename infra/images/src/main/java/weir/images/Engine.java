package weir.images;

import java.util.List;
import java.util.Locale;

/** The profiles of the compose file. */
enum Engine {
  DIRECT(List.of("direct", "kafka"), List.of("dashboard")),
  FLINK(List.of("flink-taskmanager", "flink-jobmanager"), List.of("flink", "dashboard")),
  SPARK(List.of("spark-worker", "spark-driver"), List.of("spark", "dashboard"));

  private final List<String> killed;
  private final List<String> jobs;

  Engine(List<String> killed, List<String> jobs) {
    this.killed = killed;
    this.jobs = jobs;
  }

  String profile() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The services that are killed, one after another. */
  List<String> killed() {
    return killed;
  }

  /** Whom Prometheus has to reach. */
  List<String> jobs() {
    return jobs;
  }
}
