package weir.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import weir.failure.MisuseException;

/** All faults of a file, so that its author learns of them all at once. */
final class Faults {
  private final String file;
  private final List<Fault> faults = new ArrayList<>();

  /** A sentence and where it belongs, counted from one; zero if that is the whole file. */
  private record Fault(int line, int column, String sentence) {
    private static final Comparator<Fault> ORDER =
        Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column);
  }

  Faults(String file) {
    this.file = file;
  }

  void add(@Nullable Node at, String sentence) {
    add(at == null ? null : at.getStartMark(), sentence);
  }

  void add(@Nullable Mark at, String sentence) {
    faults.add(
        at == null
            ? new Fault(0, 0, sentence)
            : new Fault(at.getLine() + 1, at.getColumn() + 1, sentence));
  }

  /** One fault is a line; several are a line each under a heading. */
  void throwIfAny() {
    if (faults.isEmpty()) {
      return;
    }
    List<String> lines = faults.stream().sorted(Fault.ORDER).map(this::line).distinct().toList();
    throw new MisuseException(
        lines.size() == 1
            ? lines.get(0)
            : lines.stream()
                .collect(
                    Collectors.joining(
                        "\n  ", file + " has " + lines.size() + " faults:\n  ", "")));
  }

  private String line(Fault fault) {
    String place = fault.line() == 0 ? "" : ":" + fault.line() + ":" + fault.column();
    return file + place + ": " + fault.sentence();
  }
}
