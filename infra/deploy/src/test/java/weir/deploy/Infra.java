package weir.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of this checkout that are looked at here. */
final class Infra {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

  private Infra() {}

  /** A file of this checkout, by its path from the checkout's folder. */
  static Path inCheckout(String path) {
    return MODULE.resolve("../..").resolve(path).normalize();
  }

  static Path file(String path) {
    return inCheckout("infra").resolve(path).normalize();
  }

  static String text(String path) {
    return text(file(path));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All files of Kubernetes, kustomize's own among them. */
  static List<Path> manifests() {
    try (Stream<Path> all = Files.walk(file("kubernetes"))) {
      return all.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the root pom says about the version of something. */
  static String version(String property) {
    Matcher line =
        Pattern.compile("<" + Pattern.quote(property) + ">([^<]+)<")
            .matcher(text(inCheckout("pom.xml")));
    if (!line.find()) {
      throw new IllegalArgumentException("no " + property + " in the root pom");
    }
    return line.group(1);
  }
}
