package weir.images;

import java.util.List;
import java.util.Locale;

/** The profiles of the compose file. */
enum Engine {
  DIRECT,
  FLINK,
  SPARK;

  String profile() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The services that are killed, one after another. */
  List<String> killed() {
    return switch (this) {
      case DIRECT -> List.of("direct", "kafka");
      case FLINK -> List.of("flink-taskmanager", "flink-jobmanager");
      case SPARK -> List.of("spark-worker", "spark-driver");
    };
  }

  /** The service that is given the job. */
  String job() {
    return switch (this) {
      case DIRECT -> "direct";
      case FLINK -> "flink-jobmanager";
      case SPARK -> "spark-driver";
    };
  }

  /** Whom Prometheus has to reach. */
  List<String> jobs() {
    return switch (this) {
      case DIRECT -> List.of("dashboard");
      case FLINK, SPARK -> List.of(profile(), "dashboard");
    };
  }
}
