package weir.log.table;

import java.util.ArrayList;
import java.util.List;

/** The names in the first line of a file of separated values. */
final class CsvHeader {
  /** The first one is meant where there is none. */
  private static final String SEPARATORS = ",;\t|";

  private CsvHeader() {}

  /** What most likely separates the names: what is there most often. */
  static char separator(String line) {
    char likeliest = SEPARATORS.charAt(0);
    for (int i = 1; i < SEPARATORS.length(); i++) {
      char each = SEPARATORS.charAt(i);
      if (names(line, each).size() > names(line, likeliest).size()) {
        likeliest = each;
      }
    }
    return likeliest;
  }

  /** The names, without quotes and the blanks around them. */
  static List<String> names(String line, char separator) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        // Two of them within quotes are one.
        if (!quoted && i > 0 && line.charAt(i - 1) == '"') {
          name.append(c);
        }
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        names.add(name.toString().strip());
        name.setLength(0);
      } else {
        name.append(c);
      }
    }
    names.add(name.toString().strip());
    return names;
  }
}
