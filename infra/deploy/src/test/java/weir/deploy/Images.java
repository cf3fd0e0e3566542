package weir.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The stages of the Dockerfile, each with its instructions, longer ones in one line. */
final class Images {
  /** An image with a version of at least two numbers, or a digest. */
  static final Pattern PINNED =
      Pattern.compile("[a-z0-9./-]+(:v?\\d+\\.\\d+[\\w.-]*|@sha256:\\w{64})");

  /** The stage that no image is made of. */
  static final String BUILD = "build";

  private Images() {}

  static Map<String, Stage> stages() {
    Map<String, Stage> stages = new LinkedHashMap<>();
    for (String stage : instructions().split("(?m)^(?=FROM )", -1)) {
      if (stage.startsWith("FROM ")) {
        String[] from = stage.lines().findFirst().orElseThrow().split(" ", -1);
        stages.put(from[3], new Stage(from[1], stage.lines().skip(1).toList()));
      }
    }
    return stages;
  }

  static Stage stage(String name) {
    Stage stage = stages().get(name);
    if (stage == null) {
      throw new IllegalArgumentException("no stage " + name);
    }
    return stage;
  }

  private static String instructions() {
    return Infra.text("docker/Dockerfile")
        .replaceAll("(?m)^(#.*)?\\n", "")
        .replaceAll("\\\\\\n\\s*", "");
  }

  record Stage(String base, List<String> instructions) {
    List<String> of(String name) {
      return instructions.stream()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> line.substring(name.length() + 1))
          .toList();
    }
  }
}
