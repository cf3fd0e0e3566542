package weir.cli.rules;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.notice.Announced;
import weir.notice.Books;

/**
 * A book, as a command line names it.
 *
 * @param number zero for the one that is in force
 */
record BookChoice(int number) {
  private static final String NOW = "now";

  /** Reads a number, or the word. */
  static final class Converter implements ITypeConverter<BookChoice> {
    @Override
    public BookChoice convert(String text) {
      if (text.equals(NOW)) {
        return new BookChoice(0);
      }
      if (!text.matches("0*[1-9]\\d{0,8}")) {
        throw new TypeConversionException(
            "'" + text + "' is no book, expected its number, or 'now' for the one in force");
      }
      return new BookChoice(Integer.parseInt(text));
    }
  }

  Announced in(Books books) {
    List<Announced> all = books.all();
    if (all.isEmpty()) {
      throw new UnavailableException("nothing is announced yet: ./weir rules announce FILE");
    }
    if (number > all.size()) {
      throw new MisuseException(
          "there is no book "
              + number
              + (all.size() == 1 ? "; there is only book 1" : "; the last one is " + all.size()));
    }
    return all.get(
        (number == 0 ? books.inForceAt(System.currentTimeMillis()).number() : number) - 1);
  }
}
