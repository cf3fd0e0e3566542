package weir.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Parts of a page. */
public final class Html {
  private Html() {}

  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A page that loads nothing. */
  public static String page(String title, String body) {
    return page(title, /* style= */ "", body);
  }

  /**
   * A page that loads nothing.
   *
   * @param style what it adds to the style of all pages
   */
  public static String page(String title, String style, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>"
        + escape(title)
        + "</title>\n<style>\n"
        + resource(Html.class, "page.css")
        + style
        + "</style>\n</head>\n<body>\n<main>\n"
        + body
        + "</main>\n</body>\n</html>\n";
  }

  /** A text that lies beside a class. */
  public static String resource(Class<?> beside, String name) {
    try (InputStream file = beside.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(name + " cannot be read: " + broken, broken);
    }
  }

  public static String heading(String text) {
    return "<h2>" + escape(text) + "</h2>\n";
  }

  public static String paragraph(String text) {
    return "<p>" + escape(text) + "</p>\n";
  }

  /** The first cell of each row is its heading. */
  public static String table(String caption, List<String> header, List<List<String>> rows) {
    StringBuilder table = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"group\"");
    table.append(" aria-label=\"").append(escape(caption)).append("\">\n<table>\n<caption>");
    table.append(escape(caption)).append("</caption>\n<thead><tr>");
    for (String each : header) {
      table.append("<th scope=\"col\">").append(escape(each)).append("</th>");
    }
    table.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      table.append("<tr><th scope=\"row\">").append(escape(row.get(0))).append("</th>");
      for (String each : row.subList(1, row.size())) {
        table.append("<td>").append(escape(each)).append("</td>");
      }
      table.append("</tr>\n");
    }
    return table.append("</tbody>\n</table>\n</div>\n").toString();
  }
}
