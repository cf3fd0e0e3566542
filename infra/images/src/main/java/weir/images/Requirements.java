package weir.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weir.failure.UnavailableException;

/** What the machine must have. */
final class Requirements {
  private static final Map<String, String> PROGRAMS = new LinkedHashMap<>();

  static {
    PROGRAMS.put("podman", "podman");
    PROGRAMS.put("runc", "runc");
    PROGRAMS.put("mmdebstrap", "mmdebstrap");
    PROGRAMS.put("catatonit", "catatonit");
    PROGRAMS.put("iptables", "iptables");
    PROGRAMS.put("netavark", "netavark");
    PROGRAMS.put("aardvark-dns", "aardvark-dns");
  }

  private Requirements() {}

  static void check() {
    if (!System.getProperty("user.name").equals("root")) {
      throw new UnavailableException("containers with networks of their own need root: use sudo");
    }
    String missing =
        PROGRAMS.entrySet().stream()
            .filter(each -> !isThere(each.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining(" "));
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
