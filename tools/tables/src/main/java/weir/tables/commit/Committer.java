package weir.tables.commit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import weir.failure.UnavailableException;
import weir.layer.Column;
import weir.tables.files.FactsReader;
import weir.tables.files.FileFacts;
import weir.tables.files.LakeFile;
import weir.tables.files.Refused;

/**
 * Puts files into a table that does not have them. It remembers nothing that must be right: what is
 * in the table it asks the table, so it may be killed at any moment, and there may be several.
 */
public final class Committer {
  /** A commit of more takes longer than others should have to repeat theirs for. */
  private static final int MOST_AT_ONCE = 10_000;

  private static final int LONGEST_PAUSE_MILLIS = 500;

  private final OpenTable table;
  private final FactsReader reader;

  /**
   * For a table.
   *
   * @param reader of the table's layer
   */
  public Committer(OpenTable table, FactsReader reader) {
    this.table = table;
    this.reader = reader;
  }

  /**
   * What was done.
   *
   * @param files how many were added
   * @param inAll how many the table has
   * @param pending how many are not in it yet
   * @param refused those of them that no table can take
   */
  public record Done(
      String table, int files, long rows, int inAll, int pending, List<Refused> refused) {}

  /** Lets the table forget what it was longer ago than that. */
  public void expire(Duration keep, long now) {
    table.expire(keep, now);
  }

  /** Adds what is missing of the files that there are. */
  public Done commit(List<LakeFile> files) {
    int added = 0;
    long rows = 0;
    while (true) {
      Set<String> known = table.known();
      List<LakeFile> missing =
          files.stream()
              .filter(each -> !known.contains(each.place()) && reader.refused(each) == null)
              .limit(MOST_AT_ONCE)
              .toList();
      if (missing.isEmpty()) {
        List<Refused> still = stillRefused(files);
        return new Done(table.name(), added, rows, known.size(), still.size(), still);
      }
      List<FileFacts> facts = reader.read(missing);
      if (table.grow(declared(facts))) {
        // To ask again what is in it costs less than to know that nobody else was there meanwhile.
        continue;
      }
      Appended appended =
          facts.isEmpty() ? new Appended(/* done= */ true, 0, 0) : table.append(facts);
      added += appended.files();
      rows += appended.rows();
      if (!appended.done()) {
        pause();
      }
    }
  }

  private static Set<Column> declared(List<FileFacts> facts) {
    Set<Column> declared = new LinkedHashSet<>();
    facts.forEach(each -> declared.addAll(each.declared()));
    return declared;
  }

  private List<Refused> stillRefused(List<LakeFile> files) {
    List<Refused> still = new ArrayList<>();
    for (LakeFile each : files) {
      Refused its = reader.refused(each);
      if (its != null) {
        still.add(its);
      }
    }
    return still;
  }

  /** Those who were late together shall not be so again. */
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("stopped", stopped);
    }
  }
}
