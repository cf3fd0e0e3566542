package weir.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import weir.failure.UnavailableException;

/** Weir's own images, built from the real Dockerfile and looked into. */
final class OwnImages {
  private static final String MACHINE = "/mnt";
  private static final Pattern SECRET = Pattern.compile("(?i)password|secret|token|credential");

  /** What of the build must not be in an image. */
  private static final String LEFT =
      "find / -xdev \\( -name .m2 -o -name mvnw -o -name pom.xml -o -name '?*.java' -o -name .git"
          + " -o -path /weir -o -path '/mnt/*' \\) -print 2> /dev/null | head -n 3";

  private final Podman podman;
  private final Path checkout;
  private final Path work;

  OwnImages(Podman podman, Path checkout, Path work) {
    this.podman = podman;
    this.checkout = checkout;
    this.work = work;
  }

  /**
   * Builds a stage of the Dockerfile. Maven in there sees this machine's certificates, and its
   * libraries as a second repository.
   */
  String build(String stage, String image) throws IOException, InterruptedException {
    Path settings = work.resolve("mavenrc");
    Files.writeString(
        settings, "MAVEN_OPTS=\"$MAVEN_OPTS -Dmaven.repo.local.tail=" + MACHINE + "\"\n");
    Path repository = Path.of(System.getProperty("user.home"), ".m2", "repository");
    Path dockerfile = checkout.resolve("infra/docker/Dockerfile");
    List<String> build =
        new ArrayList<>(
            List.of(
                "build",
                "--network=host",
                "--pull=never",
                "--volume=/etc/ssl/certs:/etc/ssl/certs:ro",
                "--ignorefile=" + dockerfile + ".dockerignore",
                "--file=" + dockerfile,
                "--target=" + stage,
                "--tag=" + image));
    if (Files.isDirectory(repository)) {
      build.add("--volume=" + settings + ":/etc/mavenrc:ro");
      build.add("--volume=" + repository + ":" + MACHINE + ":ro");
      if (Files.isDirectory(repository.resolve("org/apache/maven/apache-maven"))) {
        build.add("--build-arg=MVNW_REPOURL=file://" + MACHINE);
      }
    }
    build.add(checkout.toString());
    podman.run(build, Duration.ofMinutes(20));
    return Sizes.of(podman, image);
  }

  /** Whose it is, what is left in it of its making, and what its history tells. */
  String look(String image) throws IOException, InterruptedException {
    String user = podman.run(List.of("image", "inspect", "--format={{.User}}", image));
    if (user.isEmpty()
        || user.toLowerCase(Locale.ROOT).startsWith("root")
        || user.startsWith("0")) {
      throw new UnavailableException("runs as '" + user + "'");
    }
    podman
        .run(List.of("history", "--no-trunc", "--format={{.CreatedBy}}", image))
        .lines()
        .filter(line -> SECRET.matcher(line).find())
        .findFirst()
        .ifPresent(
            line -> {
              throw new UnavailableException("its history tells: " + line);
            });
    String left =
        podman.run(
            List.of("run", "--rm", "--network=none", "--entrypoint=/bin/sh", image, "-c", LEFT));
    if (!left.isEmpty()) {
      throw new UnavailableException("left in it: " + left);
    }
    return "of user " + user + ", nothing of Maven or sources in it, no secret in its history";
  }
}
