package weir.files;

import java.util.List;
import java.util.stream.Collectors;
import weir.failure.MisuseException;

/** All that is wrong with a file. */
public final class FaultyFileException extends MisuseException {
  private static final long serialVersionUID = 1L;

  private final transient List<FileFault> faults;

  /**
   * Tells faults.
   *
   * @param faults in the order in which they stand in the file; at least one
   */
  public FaultyFileException(String file, List<FileFault> faults) {
    super(message(file, faults));
    this.faults = List.copyOf(faults);
  }

  /** In the order in which they stand in the file; at least one. */
  public List<FileFault> faults() {
    return faults;
  }

  /** One fault is a line; several are a line each under a heading. */
  private static String message(String file, List<FileFault> faults) {
    return faults.size() == 1
        ? faults.get(0).in(file)
        : faults.stream()
            .map(fault -> fault.in(file))
            .collect(
                Collectors.joining("\n  ", file + " has " + faults.size() + " faults:\n  ", ""));
  }
}
