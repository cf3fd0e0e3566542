package weir.page;

import java.util.Locale;

/** A figure with a heading, drawn line by line. */
final class Svg {
  private final StringBuilder lines = new StringBuilder();

  /**
   * One without anything in it.
   *
   * @param description what is to be seen, for those who cannot see it
   */
  Svg(String title, String description, int width, int height) {
    add(
        "<figure>\n<figcaption>%s</figcaption>\n<svg role=\"img\" aria-label=\"%s\""
            + " viewBox=\"0 0 %d %d\">",
        Html.escape(title), Html.escape(title + ". " + description), width, height);
  }

  void add(String form, Object... values) {
    line(format(form, values));
  }

  void line(String shape) {
    lines.append(shape).append('\n');
  }

  String end() {
    return lines + "</svg>\n</figure>\n";
  }

  static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }

  static String shortened(String name, int mostLetters) {
    return name.length() <= mostLetters ? name : name.substring(0, mostLetters - 1) + "…";
  }
}
