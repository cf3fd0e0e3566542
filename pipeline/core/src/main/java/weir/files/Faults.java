package weir.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** All faults of a file, so that its author learns of them all at once. */
final class Faults {
  private final String file;
  private final List<FileFault> faults = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  void add(@Nullable Node at, String sentence) {
    add(at == null ? null : at.getStartMark(), sentence);
  }

  void add(@Nullable Mark at, String sentence) {
    faults.add(
        at == null
            ? new FileFault(0, 0, sentence)
            : new FileFault(at.getLine() + 1, at.getColumn() + 1, sentence));
  }

  void throwIfAny() {
    if (!faults.isEmpty()) {
      throw new FaultyFileException(
          file, faults.stream().sorted(FileFault.ORDER).distinct().toList());
    }
  }
}
