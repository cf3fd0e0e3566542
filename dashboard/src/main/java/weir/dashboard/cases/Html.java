package weir.dashboard.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes HTML. What comes from a record can only become text. */
final class Html {
  private final StringBuilder out = new StringBuilder(1 << 16);

  /** Markup of our own. */
  Html markup(String trusted) {
    out.append(trusted);
    return this;
  }

  /** Somebody else's words. */
  Html text(@Nullable String foreign) {
    if (foreign != null) {
      foreign.codePoints().forEach(this::append);
    }
    return this;
  }

  private void append(int point) {
    switch (point) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> {
        if (isPlain(point)) {
          out.appendCodePoint(point);
        } else {
          out.append("\\u").append(String.format("%04x", point));
        }
      }
    }
  }

  /** Not a control character, nor one that changes the direction of writing, nor half of a pair. */
  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** An element with text. */
  Html element(String name, @Nullable String foreign) {
    return markup("<" + name + ">").text(foreign).markup("</" + name + ">");
  }

  /** A section's heading. */
  Html heading(String words) {
    return element("h2", words);
  }

  /** Begins a table. */
  Html table(String caption, String... columns) {
    markup("<div class=\"wide\"><table>").element("caption", caption).markup("<thead><tr>");
    for (String column : columns) {
      markup("<th scope=\"col\">").text(column).markup("</th>");
    }
    return markup("</tr></thead><tbody>");
  }

  /** A row of a table. */
  Html row(List<@Nullable String> cells) {
    markup("<tr>");
    for (String cell : cells) {
      element("td", cell);
    }
    return markup("</tr>\n");
  }

  /** Ends a table. */
  Html end() {
    return markup("</tbody></table></div>\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
