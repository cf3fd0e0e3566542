package weir.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * What libraries say of their licences in their jars: each text once, named after the first jar.
 */
final class Notices {
  private static final String FOLDER = "licences/";
  private static final Pattern TEXT =
      Pattern.compile(
          "(META-INF/)?(licenses?/)?(LICEN[CS]E|NOTICE|COPYING|COPYRIGHT)[^/]*(?<!\\.class)",
          Pattern.CASE_INSENSITIVE);

  private Notices() {}

  static void into(Layout layout, Collection<Path> jars) throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    StringBuilder notice =
        new StringBuilder(
            """
            Weir
            The libraries in lib/ are the work of others. licences/libraries.tsv names the licence of
            each, licences/bill-of-materials.json where it is from, and licences/ has the texts that
            came with them. Their notices follow.
            """);
    for (Path path : jars) {
      try (JarFile jar = new JarFile(path.toFile(), false)) {
        for (JarEntry each : texts(jar)) {
          String text = text(jar, each);
          String name = path.getFileName() + "." + each.getName().replace('/', '.');
          if (!text.isBlank() && names.putIfAbsent(text.strip(), name) == null) {
            layout.text(FOLDER + name, text);
            if (name.contains("NOTICE")) {
              notice.append("\n--- ").append(path.getFileName()).append("\n\n");
              notice.append(text.strip()).append('\n');
            }
          }
        }
      }
    }
    layout.text("NOTICE", notice.toString());
  }

  private static List<JarEntry> texts(JarFile jar) {
    return jar.stream()
        .filter(each -> !each.isDirectory() && TEXT.matcher(each.getName()).matches())
        .sorted((one, other) -> one.getName().compareTo(other.getName()))
        .toList();
  }

  private static String text(JarFile jar, JarEntry entry) throws IOException {
    return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
  }
}
