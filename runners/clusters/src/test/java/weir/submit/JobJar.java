package weir.submit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The jar with which a cluster of an engine runs the pipeline, and what it was made of. */
record JobJar(String engine) {
  static final Path CHECKOUT = Path.of(System.getProperty("weir.checkout", "../.."));

  Path path() {
    return CHECKOUT.resolve(Path.of("runners", engine, "target", "weir-" + engine + ".jar"));
  }

  /** The jars that were to be merged; those that the engine shall bring are among them. */
  List<Path> parts() throws IOException {
    return split(CHECKOUT.resolve(Path.of("runners", "jars", engine, "target", "classpath")));
  }

  /** The jars of the engine's servers, without what Weir launches them with. */
  List<Path> provided() throws IOException {
    return split(CHECKOUT.resolve(Path.of("infra", "distributions", engine, "target/classpath")))
        .stream()
        .filter(each -> !each.toString().matches(".*(tools/launch|weir-launch).*"))
        .toList();
  }

  private static List<Path> split(Path classPath) throws IOException {
    return Arrays.stream(Files.readString(classPath).strip().split(File.pathSeparator))
        .map(Path::of)
        .filter(Files::isRegularFile)
        .toList();
  }

  /** The name of a library's file without the version. */
  static String library(Path jar) {
    return jar.getFileName().toString().replaceFirst("-\\d.*", "");
  }

  /** The classes in a jar, as files, with what tells them from others of the same name. */
  static Map<String, Long> classes(Path jar) throws IOException {
    Map<String, Long> classes = new LinkedHashMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream()
          .filter(entry -> entry.getName().endsWith(".class"))
          .filter(entry -> !entry.getName().contains("module-info"))
          // Variants for newer JDKs.
          .filter(entry -> !entry.getName().startsWith("META-INF/"))
          .forEach(
              entry -> {
                if (classes.put(entry.getName(), entry.getCrc()) != null) {
                  throw new AssertionError("twice in " + jar + ": " + entry.getName());
                }
              });
    }
    return classes;
  }

  static Set<String> classes(List<Path> jars) throws IOException {
    Set<String> all = new TreeSet<>();
    for (Path each : jars) {
      all.addAll(classes(each).keySet());
    }
    return all;
  }

  /** Who offers a service, in the words of a jar. */
  static Set<String> providers(Path jar, String service) throws IOException {
    Set<String> providers = new TreeSet<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      ZipEntry entry = file.getEntry("META-INF/services/" + service);
      if (entry != null) {
        new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .forEach(providers::add);
      }
    }
    return providers;
  }
}
