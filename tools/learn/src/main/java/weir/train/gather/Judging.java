package weir.train.gather;

import java.util.ArrayList;
import java.util.List;
import weir.book.Charter;
import weir.book.RuleBook;
import weir.notice.Announcements;
import weir.notice.Books;
import weir.rules.OfInputs;
import weir.rules.Rule;
import weir.train.InputSpec;

/**
 * By what a log is walked.
 *
 * @param book the rules of a book, and last the one that tells inputs
 * @param announcements that book for all time, with the lists that there are
 */
public record Judging(RuleBook book, Announcements announcements) {
  /**
   * By a book that was read with its inputs.
   *
   * @param beside what was announced beside it; its lists are asked
   */
  public static Judging of(RuleBook book, Books beside) {
    Books books = beside.judgingBy(book);
    return new Judging(book, any -> books);
  }

  public Charter charter() {
    return book.charter();
  }

  /** The rules of the book itself. */
  public List<Rule> rules() {
    return book.rules().subList(0, book.rules().size() - 1);
  }

  public OfInputs asking() {
    return (OfInputs) book.rules().get(book.rules().size() - 1);
  }

  List<InputSpec> inputs() {
    OfInputs asking = asking();
    List<InputSpec> inputs = new ArrayList<>();
    for (int i = 0; i < asking.inputs().size(); i++) {
      inputs.add(new InputSpec(asking.text(i), asking.inputs().scales().get(i), asking.usual(i)));
    }
    return inputs;
  }
}
