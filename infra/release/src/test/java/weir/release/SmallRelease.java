package weir.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A release of the real launcher and of a command that says what it runs from. */
final class SmallRelease {
  private static final Path REAL =
      Path.of(System.getProperty("weir.jvm.args", "../../runners/jvm.args"), "../..").normalize();
  private static final String COMMAND =
      """
      package weir.cli;
      public class Weir {
        public static void main(String[] args) throws Exception {
          System.out.println(new String(Weir.class.getResourceAsStream("/words").readAllBytes()));
          System.out.println(System.getProperty("weir.home"));
          System.out.println(System.getProperty("weir.job.jar"));
          System.out.println(System.getProperty("user.name"));
        }
      }
      """;

  private final Path folder;
  private final Path checkout;

  private SmallRelease(Path folder) {
    this.folder = folder;
    this.checkout = folder.resolve("checkout");
  }

  static SmallRelease in(Path folder) throws IOException {
    SmallRelease release = new SmallRelease(folder);
    release.checkOut();
    release.snapshots();
    return release;
  }

  private void checkOut() throws IOException {
    for (String each : List.of("weir", "infra/launch/java.sh", "infra/launch/release.sh")) {
      Files.copy(REAL.resolve(each), file(checkout, each), StandardCopyOption.COPY_ATTRIBUTES);
    }
    for (String each :
        List.of(
            "README.md",
            "CHANGES.md",
            "docs/rules.md",
            "infra/kubernetes/base/namespace.yaml",
            "infra/monitoring/alerts.yaml",
            "runners/jvm.args",
            "dashboard/jvm.args",
            "runners/flink/target/weir-flink.jar",
            "runners/spark/target/weir-spark.jar")) {
      Files.writeString(file(checkout, each), each);
    }
  }

  private void snapshots() throws IOException {
    Path plain = snapshot("plain");
    Path classes = Files.createDirectories(plain.resolve("tools/cli/target/classes"));
    Path source = Files.writeString(folder.resolve("Weir.java"), COMMAND);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), source.toString());
    if (failed != 0) {
      throw new IOException("not compiled");
    }
    String library = jar("library.jar", "META-INF/NOTICE", "made by others");
    String ofS3 = jar("s3.jar", "META-INF/NOTICE.txt", "made by a cloud");
    module("plain", "tools/cli", library);
    module("plain", "infra/release", library);
    module("plain", "runners/flink", library);
    module("plain", "infra/distributions/flink", library);
    module("s3", "runners/flink", library + ":" + ofS3);
  }

  Path snapshot(String name) {
    return folder.resolve("snapshot-" + name);
  }

  private void module(String snapshot, String module, String libraries) throws IOException {
    Path home = snapshot(snapshot);
    Files.writeString(file(home, "pipeline/target/classes/words"), "hello");
    Files.writeString(
        file(home, module + "/target/classpath"),
        home.resolve("pipeline/target/classes") + ":" + libraries);
  }

  private String jar(String name, String entry, String text) throws IOException {
    Path jar = file(folder, "repository/" + name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      JarEntry inside = new JarEntry(entry);
      inside.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
      entries.putNextEntry(inside);
      entries.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return jar.toString();
  }

  /** Two, as the build writes them. */
  List<Path> bills() throws IOException {
    return List.of(bill("library.jar"), bill("library.jar", "s3.jar"));
  }

  /** A bill as the build writes it: with more than is shipped. */
  Path bill(String... jars) throws IOException {
    List<String> components = new ArrayList<>();
    for (String each : jars) {
      components.add(
          component("org.example", each, Checksums.of(folder.resolve("repository/" + each))));
    }
    components.add(component("org.example", "not-shipped", "0"));
    components.add(component("weir", "weir-cli", "1"));
    return Files.writeString(
        folder.resolve("bom-%d.json".formatted(jars.length)),
        """
        {"metadata": {"component": {"bom-ref": "weir"}}, "components": [%s], "dependencies": [
          {"ref": "weir", "dependsOn": ["library.jar", "not-shipped"]},
          {"ref": "not-shipped", "dependsOn": ["library.jar"]}]}
        """
            .formatted(String.join(",", components)));
  }

  private static String component(String group, String name, String hash) {
    return """
    {"bom-ref": "%s", "group": "%s", "name": "%s", "version": "1",
     "hashes": [{"alg": "SHA-256", "content": "%s"}], "licenses": [{"license": {"id": "MIT"}}]}
    """
        .formatted(name, group, name, hash);
  }

  Assembly assembly() throws IOException {
    Assembly assembly = new Assembly(checkout, "0.1.0");
    assembly.modules(snapshot("plain"), snapshot("s3"));
    return assembly;
  }

  Path tarball(String name) throws IOException {
    Assembly assembly = assembly();
    assembly.bill(bills());
    Path tarball = folder.resolve(name);
    Tarball.write(assembly.layout(), "weir-0.1.0", tarball);
    return tarball;
  }

  private static Path file(Path top, String name) throws IOException {
    Path file = top.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return file;
  }
}
