package weir.cli.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import weir.files.FaultyFileException;
import weir.files.FileFault;
import weir.model.Printable;

/** The faults of a CSV file, each with its line. */
final class CsvFaults {
  /** A file of something else has a fault in every line. */
  static final int MOST = 100;

  private final List<FileFault> faults = new ArrayList<>();

  void add(int line, String sentence) {
    faults.add(new FileFault(line, 1, Printable.text(sentence)));
  }

  boolean isNone() {
    return faults.isEmpty();
  }

  /** Whether its author has enough to mend. */
  boolean isFull() {
    return faults.size() >= MOST;
  }

  void throwIfAny(String file) {
    if (isNone()) {
      return;
    }
    List<FileFault> sorted = new ArrayList<>(faults);
    sorted.sort(Comparator.comparingInt(FileFault::line));
    if (isFull()) {
      sorted.add(new FileFault(0, 0, "there may be more faults; mend these first"));
    }
    throw new FaultyFileException(file, sorted);
  }
}
