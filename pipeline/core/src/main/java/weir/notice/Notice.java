package weir.notice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record of a control topic: something changes, and who says so. */
public sealed interface Notice {
  /** Who changed it. */
  String author();

  /** Why; may be empty. */
  String comment();

  /** Hands it to the case that it is. */
  <T, X extends Exception> T match(Cases<T, X> cases) throws X;

  /** Handles each kind. A new kind is a new method, so that no kind can be forgotten. */
  interface Cases<T, X extends Exception> {
    T book(Book book) throws X;

    T cancel(Cancel cancel) throws X;

    T listChange(ListChange change) throws X;

    T model(Model model) throws X;
  }

  /**
   * A model, which later books can name.
   *
   * @param name by which they do: what the bytes of the artefact say
   * @param artefact the model as it is written
   */
  record Model(String author, String comment, String name, String artefact) implements Notice {

    public static Model of(String author, String comment, weir.learn.Model model) {
      String artefact = new String(model.artefact(), StandardCharsets.UTF_8);
      return new Model(author, comment, model.name(), artefact);
    }

    @Override
    public <T, X extends Exception> T match(Cases<T, X> cases) throws X {
      return cases.model(this);
    }
  }

  /**
   * A rule book.
   *
   * @param from when it is to be in force, in epoch milliseconds; absent if as soon as may be
   * @param text the YAML
   */
  record Book(String author, String comment, @Nullable Long from, String text) implements Notice {
    @Override
    public <T, X extends Exception> T match(Cases<T, X> cases) throws X {
      return cases.book(this);
    }
  }

  /**
   * That a book shall not come into force.
   *
   * @param number of the book
   */
  record Cancel(String author, String comment, int number) implements Notice {
    @Override
    public <T, X extends Exception> T match(Cases<T, X> cases) throws X {
      return cases.cancel(this);
    }
  }

  /**
   * That a list has other members.
   *
   * @param from when it is to be in force, in epoch milliseconds; absent if as soon as may be
   * @param clear whether all that are in it by then are taken out first
   * @param add those that are in it from then on; one that is in it already is replaced
   * @param remove ids of those that are not
   */
  record ListChange(
      String author,
      String comment,
      @Nullable Long from,
      String list,
      boolean clear,
      List<Member> add,
      List<String> remove)
      implements Notice {

    public ListChange {
      add = List.copyOf(add);
      remove = List.copyOf(remove);
    }

    @Override
    public <T, X extends Exception> T match(Cases<T, X> cases) throws X {
      return cases.listChange(this);
    }
  }
}
