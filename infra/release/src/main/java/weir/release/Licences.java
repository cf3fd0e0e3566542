package weir.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The licences of libraries by one name each: those that somebody has looked at. A library with any
 * other cannot be released.
 */
final class Licences {
  private final Map<String, String> known = new HashMap<>();
  private final Map<String, String> byHand = new HashMap<>();

  private Licences() {}

  /** The checked list. */
  static Licences checked() throws IOException {
    try (InputStream list = Licences.class.getResourceAsStream("licences.tsv")) {
      byte[] bytes = Objects.requireNonNull(list, "licences.tsv").readAllBytes();
      return of(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /**
   * A list of lines: "licence", a name of it, its one name; or "library", GROUP:NAME, its licence.
   */
  static Licences of(String list) {
    Licences licences = new Licences();
    for (String line : list.lines().toList()) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals("licence")) {
        licences.known.put(cells[1], cells[2]);
      } else if (cells[0].equals("library")) {
        licences.byHand.put(cells[1], cells[2]);
      }
    }
    return licences;
  }

  /** A line for each library, in order of their names. */
  String table(List<Component> components) {
    List<String> unknown = new ArrayList<>();
    TreeSet<String> lines = new TreeSet<>();
    for (Component each : components) {
      lines.add(each.title() + "\t" + each.version() + "\t" + name(each, unknown));
    }
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          "nobody has looked at these licences: "
              + String.join("; ", unknown)
              + ". If they may be shipped, add them to licences.tsv");
    }
    return "library\tversion\tlicences\n" + String.join("\n", lines) + "\n";
  }

  private String name(Component component, List<String> unknown) {
    String byHandName = byHand.get(component.title());
    if (byHandName != null) {
      return byHandName;
    }
    if (component.licences().isEmpty()) {
      unknown.add(component.title() + " names none");
    }
    List<String> names = new ArrayList<>();
    for (String licence : component.licences()) {
      String name = known.get(licence);
      if (name == null) {
        unknown.add(component.title() + ": " + licence);
      } else if (!names.contains(name)) {
        names.add(name);
      }
    }
    return String.join(", ", names);
  }
}
