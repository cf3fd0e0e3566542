package weir.control;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import weir.book.RuleBook;
import weir.files.Suggestion;
import weir.notice.Books;
import weir.rules.Snoozes;

/** The names of lists. */
public final class KnownLists {
  private KnownLists() {}

  /** Those that rules of a book ask. */
  public static Set<String> askedBy(RuleBook book) {
    Set<String> asked = new TreeSet<>();
    book.rules().forEach(rule -> asked.addAll(rule.lists()));
    return asked;
  }

  /** Those that were ever changed or asked. */
  public static Set<String> all(Books books) {
    Set<String> all = new TreeSet<>(books.lists().names());
    books.all().forEach(each -> all.addAll(askedBy(each.book().book())));
    all.add(Snoozes.LIST);
    return all;
  }

  /** A sentence for each list that a book asks and that was never changed. */
  public static Collection<String> notes(RuleBook book, Books books) {
    Set<String> changed = books.lists().names();
    Collection<String> notes = new TreeSet<>();
    book.rules()
        .forEach(
            rule ->
                rule.lists().stream()
                    .filter(name -> !changed.contains(name))
                    .forEach(
                        name ->
                            notes.add(
                                "rule '"
                                    + rule.header().id()
                                    + "': the list '"
                                    + name
                                    + "' has no members yet"
                                    + Suggestion.after(name, changed))));
    return notes;
  }
}
