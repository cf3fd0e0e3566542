package weir.files;

import java.util.Comparator;

/**
 * What is wrong with a file, and where.
 *
 * @param line counted from one; zero if it is the whole file that is wrong
 * @param column counted from one; zero as well
 */
public record FileFault(int line, int column, String sentence) {
  static final Comparator<FileFault> ORDER =
      Comparator.comparingInt(FileFault::line).thenComparingInt(FileFault::column);

  /** In one line, as compilers write it. */
  String in(String file) {
    return file + (line == 0 ? "" : ":" + line + ":" + column) + ": " + sentence;
  }
}
