package weir.bench.ladder.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weir.bench.ladder.arena.Contestant;
import weir.launch.BuiltModule;

/**
 * The versions behind the figures: those of libraries from the class paths, the commit from git.
 */
final class Versions {
  private static final String UNKNOWN = "unknown";

  private Versions() {}

  static Map<String, String> all() {
    String flink = classPath(Contestant.WEIR_FLINK);
    String spark = classPath(Contestant.WEIR_SPARK);
    Map<String, String> versions = new TreeMap<>();
    versions.put("java", Runtime.version().toString());
    versions.put("weir", commit());
    versions.put("beam", version("beam-sdks-java-core", flink + spark));
    versions.put("flink", version("flink-runtime", flink));
    versions.put("spark", version("spark-core_2.12", spark));
    versions.put("kafka", version("kafka_2.12", System.getProperty("java.class.path", "")));
    return versions;
  }

  private static String classPath(Contestant contestant) {
    try {
      return contestant.module().classPath();
    } catch (UncheckedIOException notBuilt) {
      return "";
    }
  }

  static String version(String artifact, String classPath) {
    Matcher matcher =
        Pattern.compile("/" + Pattern.quote(artifact) + "-(\\d[^/]*)\\.jar").matcher(classPath);
    return matcher.find() ? matcher.group(1) : UNKNOWN;
  }

  private static String commit() {
    try {
      Process git =
          new ProcessBuilder(
                  List.of("git", "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"))
              .directory(BuiltModule.home().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return said.isEmpty() ? UNKNOWN : said;
    } catch (IOException noGit) {
      return UNKNOWN;
    }
  }
}
