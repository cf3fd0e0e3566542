package weir.tables.command;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import weir.tables.commit.Committer.Done;
import weir.tables.files.Refused;
import weir.text.Table;

/** Tells what was done, and what is left. */
final class Report {
  private static final int MOST_REFUSED = 5;

  private final PrintWriter out;

  /** How many files each table could not take when that was last told. */
  private final Map<String, Integer> told = new HashMap<>();

  private String trouble = "";

  Report(PrintWriter out) {
    this.out = out;
  }

  /** All tables, and why some files are in none. */
  static String table(List<Done> done) {
    Table table = new Table(List.of("table", "files added", "rows added", "files", "pending"));
    StringBuilder why = new StringBuilder();
    for (Done each : done) {
      table.add(
          List.of(
              each.table(),
              number(each.files()),
              number(each.rows()),
              number(each.inAll()),
              number(each.pending())));
      why.append(why(each));
    }
    return table.underlined() + why;
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String why(Done done) {
    StringBuilder lines = new StringBuilder();
    int shown = Math.min(MOST_REFUSED, done.refused().size());
    for (Refused each : done.refused().subList(0, shown)) {
      lines.append(done.table() + ": " + each.place() + " is pending: " + each.why() + "\n");
    }
    if (shown < done.refused().size()) {
      lines.append(done.table() + ": and " + (done.refused().size() - shown) + " more\n");
    }
    return lines.toString();
  }

  /** A line for each table that has got something, or that cannot take more files than before. */
  void news(List<Done> done) {
    trouble = "";
    for (Done each : done) {
      if (each.files() > 0) {
        out.printf(
            Locale.ROOT,
            "%s: %,d files with %,d rows added, %,d files in all%n",
            each.table(),
            each.files(),
            each.rows(),
            each.inAll());
      }
      Integer before = told.put(each.table(), each.refused().size());
      if (each.refused().size() > (before == null ? 0 : before)) {
        out.print(why(each));
      }
    }
    out.flush();
  }

  /** Once for each trouble: it may last. */
  void trouble(RuntimeException failed) {
    String now = String.valueOf(failed.getMessage()).lines().findFirst().orElse(failed.toString());
    if (!now.equals(trouble)) {
      trouble = now;
      out.println("trying again: " + now);
      out.flush();
    }
  }
}
