package weir.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A class path that a build wrote down. That of a release names its parts as seen from its home.
 */
final class ClassPathFile {
  private ClassPathFile() {}

  /** The class path as a JVM takes it, wherever it is started. */
  static String read(Path file, Path home) throws IOException {
    return Arrays.stream(Files.readString(file).strip().split(File.pathSeparator, -1))
        .map(part -> home.resolve(part).normalize().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
