package weir.release;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The modules of a snapshot in a release: their classes stay where they are, and their class paths
 * begin at the top of the release, wherever it will be unpacked.
 */
final class Modules {
  private static final String CLASSES = "/target/classes";
  private static final String CLASS_PATH = "/target/classpath";

  private final Layout layout;
  private final Libraries libraries;
  private final Set<String> there = new HashSet<>();

  Modules(Layout layout, Libraries libraries) {
    this.layout = layout;
    this.libraries = libraries;
  }

  /** All modules that a snapshot can start, but those that are named. */
  void all(Path snapshot, Set<String> without) throws IOException {
    for (String module : modulesOf(snapshot)) {
      if (!without.contains(module)) {
        classes(snapshot, module + CLASSES);
        layout.text(module + CLASS_PATH, classPath(snapshot, module, ""));
      }
    }
  }

  /**
   * Class paths of modules that are there already, in a folder of their own; the first one counts.
   */
  void again(Path snapshot, String folder, Set<String> without) throws IOException {
    String top = "../".repeat(folder.split("/", -1).length);
    for (String module : modulesOf(snapshot)) {
      String name = folder + "/" + module + CLASS_PATH;
      if (!without.contains(module) && !layout.entries().containsKey(name)) {
        String own = top + module + CLASSES + File.pathSeparator;
        layout.text(name, own + classPath(snapshot, module, top));
      }
    }
  }

  private String classPath(Path snapshot, String module, String top) throws IOException {
    List<String> parts = new ArrayList<>();
    for (String part :
        Files.readString(snapshot.resolve(module + CLASS_PATH)).split(File.pathSeparator, -1)) {
      Path path = Path.of(part);
      if (path.startsWith(snapshot)) {
        String inside = snapshot.relativize(path).toString();
        classes(snapshot, inside);
        parts.add(top + inside);
      } else {
        parts.add(top + libraries.add(path));
      }
    }
    return String.join(File.pathSeparator, parts);
  }

  private void classes(Path snapshot, String folder) throws IOException {
    if (there.add(folder) && Files.isDirectory(snapshot.resolve(folder))) {
      layout.tree(folder, snapshot.resolve(folder));
    }
  }

  private static List<String> modulesOf(Path snapshot) throws IOException {
    try (Stream<Path> all = Files.walk(snapshot)) {
      return all.map(each -> "/" + snapshot.relativize(each))
          .filter(each -> each.endsWith(CLASS_PATH))
          .map(each -> each.substring(1, each.length() - CLASS_PATH.length()))
          .sorted()
          .toList();
    }
  }
}
