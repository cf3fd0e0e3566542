package weir.images;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import weir.failure.UnavailableException;
import weir.launch.Distribution;

/**
 * Images under the names of those that cannot be fetched, made of Debian's packages and Maven's.
 */
public final class StandIns {
  private static final String DEBIAN = "localhost/weir-debian:bookworm";
  private static final String JRE = "eclipse-temurin:17.0.15_6-jre-noble";

  /** In the order in which they are made. */
  private static final List<StandIn> ALL =
      List.of(
          new StandIn(JRE, "temurin", Optional.of("jre"), DEBIAN),
          new StandIn("eclipse-temurin:17.0.15_6-jdk-noble", "temurin", Optional.of("jdk"), DEBIAN),
          StandIn.on(JRE, "apache/kafka:3.9.1", "kafka"),
          StandIn.on(JRE, "flink:1.19.0-scala_2.12-java17", "flink"),
          StandIn.on(JRE, "spark:3.5.0-scala2.12-java17-ubuntu", "spark"),
          StandIn.on(DEBIAN, "postgres:17.5-bookworm", "postgres"),
          StandIn.on(DEBIAN, "prom/prometheus:v3.4.1", "prometheus"));

  /** Images for which there is none, each with the reason. */
  private static final Map<String, String> NONE =
      Map.of("grafana/grafana:12.0.1", "neither Debian nor Maven has Grafana");

  private final Podman podman;
  private final Path checkout;
  private final Path built;
  private final Path work;

  /**
   * @param built where the build laid out the distributions
   * @param work a folder for what the images are made of
   */
  StandIns(Podman podman, Path checkout, Path built, Path work) {
    this.podman = podman;
    this.checkout = checkout;
    this.built = built;
    this.work = work;
  }

  /**
   * An image, and what it is made of.
   *
   * @param folder of its Containerfile
   * @param stage of the Containerfile, if not the last
   */
  public record StandIn(String image, String folder, Optional<String> stage, String base) {
    static StandIn on(String base, String image, String folder) {
      return new StandIn(image, folder, Optional.empty(), base);
    }
  }

  /** Those that there are. */
  public static List<StandIn> all() {
    return ALL;
  }

  /** Images that have none, each with the reason. */
  public static Map<String, String> none() {
    return NONE;
  }

  /** Debian, as all others begin. */
  String debian() throws IOException, InterruptedException {
    if (podman.attempt(List.of("image", "exists", DEBIAN), Duration.ofMinutes(1)).worked()) {
      return "was there";
    }
    Path archive = work.resolve("debian.tar");
    Podman.Result made =
        podman.program(
            List.of(
                "mmdebstrap",
                "--quiet",
                "--variant=minbase",
                "--include=ca-certificates,curl",
                "bookworm",
                archive.toString()),
            Duration.ofMinutes(10));
    if (!made.worked()) {
      throw new UnavailableException("mmdebstrap: " + Podman.lastLines(made.output()));
    }
    podman.run(List.of("import", archive.toString(), DEBIAN));
    Files.delete(archive);
    return Sizes.of(podman, DEBIAN);
  }

  String make(StandIn each) throws IOException, InterruptedException {
    Path context = Files.createDirectories(work.resolve(each.folder()));
    copy(checkout.resolve("infra/images/stand-ins").resolve(each.folder()), context);
    switch (each.folder()) {
      case "kafka", "flink", "spark" -> jars(each.folder(), context.resolve("jars"));
      case "postgres" -> postgres(context);
      default -> {}
    }
    List<String> build =
        new ArrayList<>(
            List.of(
                "build",
                "--network=host",
                "--pull=never",
                "--build-arg=BASE="
                    + (each.base().equals(DEBIAN) ? DEBIAN : Podman.qualified(each.base())),
                "--tag=" + Podman.qualified(each.image())));
    each.stage().ifPresent(stage -> build.add("--target=" + stage));
    build.add(context.toString());
    podman.run(build);
    return Sizes.of(podman, Podman.qualified(each.image()));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path each : files.toList()) {
        Files.copy(
            each,
            to.resolve(each.getFileName()),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private void jars(String engine, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String each : Distribution.of(engine, built).classPath().split(File.pathSeparator, -1)) {
      Path jar = Path.of(each);
      if (each.endsWith(".jar") && !Files.exists(folder.resolve(jar.getFileName()))) {
        Files.copy(jar, folder.resolve(jar.getFileName()));
      }
    }
  }

  private static void postgres(Path context) throws IOException {
    String name =
        "/postgres-linux-"
            + (System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64")
            + ".txz";
    try (InputStream programs =
        Objects.requireNonNull(StandIns.class.getResourceAsStream(name), name)) {
      Files.write(context.resolve("postgres.txz"), programs.readAllBytes());
    }
  }
}
