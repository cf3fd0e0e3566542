package weir.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The jars of others that a release holds, all in one folder, each once. */
final class Libraries {
  static final String FOLDER = "lib";

  private final SortedMap<String, Path> jars = new TreeMap<>();

  /** Where the jar is in the release. */
  String add(Path jar) throws IOException {
    String name = Objects.requireNonNull(jar.getFileName(), "a file has a name").toString();
    Path other = jars.putIfAbsent(name, jar);
    if (other != null && !other.equals(jar) && Files.mismatch(jar, other) >= 0) {
      throw new IllegalStateException("two unlike libraries have one name: " + jar + ", " + other);
    }
    return FOLDER + "/" + name;
  }

  Collection<Path> jars() {
    return Collections.unmodifiableCollection(jars.values());
  }

  void into(Layout layout) {
    jars.forEach((name, jar) -> layout.file(FOLDER + "/" + name, jar));
  }
}
