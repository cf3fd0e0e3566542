package weir.dashboard.notices;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Audit;
import weir.dashboard.access.Visitor;
import weir.dashboard.desk.WrongWishException;
import weir.dashboard.desk.WrongWishException.Fault;
import weir.dashboard.store.Database;
import weir.files.Suggestion;
import weir.model.Json;
import weir.model.Printable;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;
import weir.notice.Member;
import weir.notice.Notice;
import weir.notice.NoticeJson;
import weir.rules.Snoozes;

/** Where members of lists are added and removed, by the notices of ./weir list and snooze. */
public final class ListDesk {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Supplier<Optional<Database>> database;
  private final ControlWatch watch;
  private final NoticeOutbox outbox;

  public ListDesk(Supplier<Optional<Database>> database, ControlWatch watch, NoticeOutbox outbox) {
    this.database = database;
    this.watch = watch;
    this.outbox = outbox;
  }

  /**
   * A change of one member.
   *
   * @param id the same if it is asked again because no answer came
   * @param member its id
   * @param add whether it is added, or taken out
   * @param until when it leaves by itself, in epoch milliseconds
   */
  public record Wish(
      UUID id, String list, String member, boolean add, @Nullable Long until, String note) {}

  /**
   * What came of it.
   *
   * @param state done, waiting (then it is written as soon as that can be), or refused
   * @param why what it waits for, or why it was refused
   */
  public record Outcome(String state, @Nullable String why) {}

  /** Lets a rule flag nothing of a user until then; without a time it flags again. */
  public Outcome snooze(
      UUID id, String rule, String user, @Nullable Long until, String note, Visitor visitor)
      throws SQLException {
    Set<String> rules =
        watch.require().books().all().stream()
            .flatMap(each -> each.book().book().rules().stream())
            .map(each -> each.header().id())
            .collect(Collectors.toSet());
    if (!rules.contains(rule)) {
      throw new WrongWishException(
          Fault.SENSE,
          "No book has a rule '" + Printable.text(rule) + "'" + Suggestion.after(rule, rules));
    }
    String member = Snoozes.member(rule, user);
    return change(new Wish(id, Snoozes.LIST, member, until != null, until, note), visitor);
  }

  /** Keeps a change, and waits a moment until it is written. */
  public Outcome change(Wish wish, Visitor visitor) throws SQLException {
    Database desk = desk();
    if (desk.ask(connection -> PendingNotices.state(connection, wish.id())).isEmpty()) {
      ControlWatch.Known known = watch.require();
      Notice.ListChange notice = notice(wish, visitor.name());
      check(wish, notice, known.books());
      PendingNotice pending =
          new PendingNotice(
              wish.id(), visitor, null, wish.list(), known.end(), NoticeJson.write(notice));
      desk.inOne(
          connection -> {
            PendingNotices.insert(connection, pending);
            Audit.write(connection, visitor, "changed a list", wish.list(), told(wish));
            return true;
          });
    }
    outbox.isDone(wish.id(), PATIENCE);
    return outcome(desk, wish.id(), outbox);
  }

  /** How it stands with a notice after a moment of patience. */
  public static Outcome outcome(Database desk, UUID id, NoticeOutbox outbox) throws SQLException {
    PendingNotices.State state =
        desk.ask(connection -> PendingNotices.state(connection, id)).orElseThrow();
    if (!state.done()) {
      return new Outcome(
          "waiting", Objects.requireNonNullElse(outbox.trouble(), "it takes its time"));
    }
    return new Outcome(state.refused() == null ? "done" : "refused", state.refused());
  }

  private static Notice.ListChange notice(Wish wish, String author) {
    return new Notice.ListChange(
        author,
        wish.note(),
        /* from= */ null,
        wish.list(),
        /* clear= */ false,
        wish.add()
            ? List.of(new Member(wish.member(), null, wish.note(), wish.until()))
            : List.of(),
        wish.add() ? List.of() : List.of(wish.member()));
  }

  private static void check(Wish wish, Notice.ListChange notice, Books books) {
    if (books.isEmpty()) {
      throw new WrongWishException(
          Fault.CONFLICT, "A list can change only after the first book was announced");
    }
    try {
      books.with(notice, System.currentTimeMillis());
    } catch (IllegalNoticeException wrong) {
      throw new WrongWishException(Fault.SENSE, String.valueOf(wrong.getMessage()));
    }
    long holds = books.listHoldsFrom(null, System.currentTimeMillis());
    if (wish.until() != null && wish.until() <= holds) {
      throw new WrongWishException(
          Fault.SENSE, "It would end before it begins, which is at " + Json.time(holds));
    }
    Optional<Member> standing = books.lists().find(wish.list(), wish.member(), holds);
    if (wish.add() ? notice.add().equals(standing.stream().toList()) : standing.isEmpty()) {
      throw new WrongWishException(
          Fault.CONFLICT,
          "Nothing changes: '"
              + Printable.text(wish.member())
              + (wish.add() ? "' is in it already" : "' is not in it"));
    }
  }

  private static String told(Wish wish) {
    return (wish.add() ? "added " : "removed ")
        + wish.member()
        + (wish.until() == null ? "" : " until " + Json.time(wish.until()))
        + (wish.note().isEmpty() ? "" : ": " + wish.note());
  }

  private Database desk() {
    return database
        .get()
        .orElseThrow(
            () ->
                new WrongWishException(Fault.CONFLICT, "Nobody decides before there are accounts"));
  }
}
