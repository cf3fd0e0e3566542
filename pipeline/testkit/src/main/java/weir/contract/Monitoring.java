package weir.contract;

import java.nio.file.Path;
import java.util.Objects;

/** The configuration files of Prometheus and Grafana. */
final class Monitoring {
  private static final Path FOLDER =
      Path.of(Objects.requireNonNull(System.getProperty("weir.jvm.args")))
          .resolveSibling("../infra/monitoring");

  static final Path PROMETHEUS = FOLDER.resolve("prometheus.yml");
  static final Path BOARD = FOLDER.resolve("grafana/dashboards/weir.json");

  private Monitoring() {}
}
