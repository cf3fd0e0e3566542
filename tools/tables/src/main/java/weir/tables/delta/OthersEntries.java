package weir.tables.delta;

import io.delta.kernel.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import weir.failure.UnavailableException;

/**
 * What other programs wrote into the log of a table. They may name it or describe it. If they
 * replace its files, it does not tell any more which files of the lake are in it.
 */
final class OthersEntries {
  private final DeltaLog log;

  /** The first version that was not looked at yet. */
  private long next;

  OthersEntries(DeltaLog log) {
    this.log = log;
  }

  /** Refuses a table whose files another program changed. Mostly it takes no look at the log. */
  void check(Snapshot table) {
    if (log.ofOthers(table) > 0) {
      try {
        log.entries(table, next, this::check);
        next = table.getVersion() + 1;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private void check(DeltaActions entry) throws IOException {
    if (entry.isOfAnotherProgram()) {
      throw new UnavailableException(
          String.format(
              "%s was changed by another program (version %d), so it does not tell which files of"
                  + " the lake it has: delete the files that the program wrote there, and the"
                  + " folder _delta_log; the table is made again",
              log.folder(), entry.version()));
    }
  }
}
