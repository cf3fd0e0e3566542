package weir.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weir.failure.UnavailableException;

/** What the machine must have. */
final class Requirements {
  /** Each comes in a package of its name. */
  private static final List<String> PROGRAMS =
      List.of("podman", "runc", "mmdebstrap", "catatonit", "iptables", "netavark", "aardvark-dns");

  private Requirements() {}

  static void check() {
    if (!System.getProperty("user.name").equals("root")) {
      throw new UnavailableException("containers with networks of their own need root: use sudo");
    }
    String missing =
        PROGRAMS.stream().filter(each -> !isThere(each)).collect(Collectors.joining(" "));
    if (!missing.isEmpty()) {
      throw new UnavailableException(
          "not installed: " + missing + "; try apt-get install " + missing);
    }
  }

  private static boolean isThere(String program) {
    return Stream.concat(
            Stream.of("/usr/lib/podman", "/usr/libexec/podman", "/usr/sbin", "/sbin"),
            Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1)))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
