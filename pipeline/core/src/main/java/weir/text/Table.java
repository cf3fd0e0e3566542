package weir.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of text, for a terminal and for a document. The first column is aligned to the left, the
 * others to the right unless told otherwise.
 */
public final class Table {
  private final List<String> header;
  private final Set<Integer> left = new TreeSet<>(Set.of(0));
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... header) {
    this(List.of(header));
  }

  public Table(List<String> header) {
    this.header = List.copyOf(header);
  }

  /** Aligns a column to the left, or else to the right; they are counted from zero. */
  public Table align(int column, boolean toTheLeft) {
    if (toTheLeft) {
      left.add(column);
    } else {
      left.remove(column);
    }
    return this;
  }

  public void add(List<String> row) {
    if (row.size() != header.size()) {
      throw new IllegalArgumentException("a row has as many cells as the header");
    }
    rows.add(List.copyOf(row));
  }

  /** In columns as wide as they must be. */
  public String text() {
    return lines(Stream.concat(Stream.of(header), rows.stream()));
  }

  /** The same, with a line under the header. */
  public String underlined() {
    List<String> line = IntStream.of(widths()).mapToObj("-"::repeat).toList();
    return lines(Stream.concat(Stream.of(header, line), rows.stream()));
  }

  private String lines(Stream<List<String>> all) {
    int[] widths = widths();
    return all.map(row -> line(row, widths)).collect(Collectors.joining("\n", "", "\n"));
  }

  private int[] widths() {
    return IntStream.range(0, header.size())
        .map(
            i ->
                Stream.concat(Stream.of(header), rows.stream())
                    .mapToInt(row -> row.get(i).length())
                    .max()
                    .orElse(0))
        .toArray();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? "" : "  ");
      line.append(left.contains(i) ? row.get(i) + padding : padding + row.get(i));
    }
    return line.toString().stripTrailing();
  }

  public String markdown() {
    String line = header.stream().map(cell -> "---").collect(Collectors.joining(" | ", "| ", " |"));
    return Stream.concat(Stream.of(markdown(header), line), rows.stream().map(Table::markdown))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String markdown(List<String> row) {
    return row.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
