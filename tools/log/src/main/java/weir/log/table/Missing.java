package weir.log.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import weir.failure.MisuseException;
import weir.fields.Pointer;

/** What is not in a table as it is wanted, and what to write so that it is found. */
final class Missing {
  private static final Pattern PLAIN = Pattern.compile("/[\\p{L}\\p{N}_./ -]*[\\p{L}\\p{N}_]");
  private static final String ANY = "/COLUMN";

  private final Sheet sheet;
  private final boolean labels;
  private final List<String> faults = new ArrayList<>();

  /** Fields that the table does not have, and where they may be. */
  private final Map<Wanted, String> places = new LinkedHashMap<>();

  Missing(Sheet sheet, boolean labels) {
    this.sheet = sheet;
    this.labels = labels;
  }

  void absent(Wanted wanted) {
    if (!wanted.required()) {
      return;
    }
    String what = wanted.isAtTop() ? "'" + wanted.column() + "'" : "with " + wanted.from();
    Optional<String> meant = likely(wanted);
    faults.add(
        "there is no column "
            + what
            + said(wanted)
            + meant.map(name -> "; did you mean '" + name + "'?").orElse(""));
    places.put(wanted, meant.map(name -> Pointer.to(name).toString()).orElse(ANY));
  }

  private Optional<String> likely(Wanted wanted) {
    List<String> free = new ArrayList<>(sheet.names());
    free.removeIf(String::isBlank);
    String last = wanted.from().steps().get(wanted.from().steps().size() - 1);
    return Likely.of(last, free).or(() -> Likely.of(wanted.name(), free));
  }

  private static String said(Wanted wanted) {
    return wanted.said().isEmpty() ? "" : " (" + wanted.said() + ")";
  }

  void tooDeep(Wanted wanted) {
    if (wanted.required()) {
      faults.add(
          wanted.from()
              + said(wanted)
              + " is within a column, and a CSV has nothing within: name a column, such as "
              + Pointer.to(String.join("_", wanted.from().steps())));
    }
  }

  void twice(Wanted wanted) {
    faults.add("two columns are called '" + wanted.column() + "': rename one");
  }

  void noValue(Wanted wanted, Column cell) {
    faults.add(
        wanted.name()
            + " stands at "
            + wanted.from()
            + ", which is "
            + cell.type()
            + ": say which part, such as "
            + wanted.from()
            + "/id");
  }

  /** Throws with all of it, a line each, if there is any. */
  void refuse() {
    if (faults.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (String fault : faults) {
      text.append(sheet.header()).append(": ").append(fault).append('\n');
    }
    text.append("Its columns are ").append(String.join(", ", sheet.names())).append('.');
    if (labels && !places.isEmpty()) {
      text.append(
          "\nRename them: labels have fraud, and name payments as the records of payments do.");
    } else if (!places.isEmpty()) {
      text.append("\nSay in the rules which column each of them is:\n").append(lines());
    }
    throw new MisuseException(text.toString());
  }

  private String lines() {
    StringBuilder mapping = new StringBuilder();
    StringBuilder fields = new StringBuilder();
    places.forEach(
        (wanted, place) -> {
          String from = PLAIN.matcher(place).matches() ? place : "\"" + escaped(place) + "\"";
          if (wanted.said().startsWith("fields")) {
            String type =
                switch (wanted.need()) {
                  case NUMBER -> "number";
                  case BOOL -> "bool";
                  default -> "text";
                };
            fields.append(String.format("%n  %s: {type: %s, from: %s}", wanted.name(), type, from));
          } else {
            mapping.append(String.format("%n  %s: %s", wanted.name(), from));
          }
        });
    List<String> blocks = new ArrayList<>();
    if (!mapping.isEmpty()) {
      blocks.add("mapping:" + mapping);
    }
    if (!fields.isEmpty()) {
      blocks.add("fields:" + fields);
    }
    return String.join("\n", blocks);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
