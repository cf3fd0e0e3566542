package weir.dashboard.rules;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import weir.control.Candidate;
import weir.dashboard.access.Audit;
import weir.dashboard.access.Visitor;
import weir.dashboard.desk.WrongWishException;
import weir.dashboard.desk.WrongWishException.Fault;
import weir.dashboard.notices.ControlWatch;
import weir.dashboard.notices.ListDesk;
import weir.dashboard.notices.NoticeOutbox;
import weir.dashboard.notices.PendingNotice;
import weir.dashboard.notices.PendingNotices;
import weir.dashboard.store.Database;
import weir.failure.MisuseException;
import weir.notice.Announced;
import weir.notice.Books;
import weir.notice.Notice;
import weir.notice.NoticeJson;
import weir.notice.TrialText;

/** Where changes of rules are proposed, agreed to, rejected and withdrawn. */
public final class RuleDesk {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Supplier<Optional<Database>> database;
  private final ControlWatch watch;
  private final NoticeOutbox outbox;
  private final Checks checks;
  private final boolean fourEyes;

  /**
   * A desk for rules.
   *
   * @param fourEyes whether somebody else must agree than who proposed
   */
  public RuleDesk(
      Supplier<Optional<Database>> database,
      ControlWatch watch,
      NoticeOutbox outbox,
      Checks checks,
      boolean fourEyes) {
    this.database = database;
    this.watch = watch;
    this.outbox = outbox;
    this.checks = checks;
    this.fourEyes = fourEyes;
  }

  /**
   * What somebody proposes.
   *
   * @param request the same if it is asked again because no answer came
   * @param text the whole book
   * @param base the book that it was made from; absent if that does not matter
   * @param trial whether what is new in it shall be on trial first
   * @param replaces the proposal that it was made from
   */
  public record Wish(
      UUID request,
      String text,
      String comment,
      @Nullable Integer base,
      boolean trial,
      @Nullable Long replaces) {}

  /**
   * What came of a wish.
   *
   * @param proposal its number
   * @param state that of the proposal, or waiting: then it is announced as soon as that can be
   * @param why what it waits for, or why it was refused
   */
  public record Outcome(long proposal, String state, @Nullable String why) {}

  boolean fourEyes() {
    return fourEyes;
  }

  /** The faults of a text, or what it changes. */
  public Checks.Answer check(String text) {
    return checks.check(text, watch.require().books());
  }

  /** Keeps a book that somebody wants to be the next one. */
  public Outcome propose(Wish wish, Visitor visitor) throws SQLException {
    return propose(wish, wish.trial() ? "on trial" : "edited", visitor);
  }

  /** Proposes that a rule counts for others. */
  public Outcome set(UUID request, Setting setting, String comment, Visitor visitor)
      throws SQLException {
    Books books = watch.require().books();
    Announced standing = standing(books);
    String text = setting.in(standing.text(), books);
    Wish wish =
        new Wish(
            request, text, comment, standing.number(), /* trial= */ false, /* replaces= */ null);
    return propose(wish, setting.words(), visitor);
  }

  /** Proposes to go back to an earlier book. */
  public Outcome rollBack(UUID request, int number, String comment, Visitor visitor)
      throws SQLException {
    Books books = watch.require().books();
    if (number < 1 || number > books.all().size()) {
      throw new WrongWishException(Fault.MISSING, "There is no book " + number);
    }
    Wish wish =
        new Wish(
            request,
            books.all().get(number - 1).text(),
            comment,
            standing(books).number(),
            /* trial= */ false,
            /* replaces= */ null);
    return propose(wish, "back to book " + number, visitor);
  }

  private static Announced standing(Books books) {
    return BookNow.standing(books)
        .orElseThrow(() -> new WrongWishException(Fault.CONFLICT, "No rules were announced yet"));
  }

  private Outcome propose(Wish wish, String what, Visitor visitor) throws SQLException {
    Database desk = desk();
    Optional<Long> known = desk.ask(connection -> Proposals.ofRequest(connection, wish.request()));
    if (known.isPresent()) {
      return state(desk, known.get());
    }
    Proposals.Draft draft = draft(wish, what);
    long id =
        desk.inOne(
            connection -> {
              long made = Proposals.insert(connection, draft, visitor);
              Audit.write(
                  connection,
                  visitor,
                  "proposed rules",
                  "proposal " + made,
                  what + (wish.comment().isEmpty() ? "" : ": " + wish.comment()));
              if (wish.replaces() != null) {
                replace(connection, wish.replaces(), made, visitor);
              }
              return made;
            });
    watch.look();
    return new Outcome(id, Proposal.OPEN, null);
  }

  private Proposals.Draft draft(Wish wish, String what) {
    Books books = watch.require().books();
    String text = wish.text();
    try {
      Candidate candidate = checks.candidate(text, books);
      Announced standing = candidate.standing();
      int base = standing == null ? 0 : standing.number();
      if (wish.base() != null && wish.base() != base) {
        throw new WrongWishException(
            Fault.CONFLICT,
            "Book " + base + " stands by now, and this was made from book " + wish.base());
      }
      if (!candidate.isNew()) {
        throw new WrongWishException(
            Fault.CONFLICT, "Nothing changes: book " + base + " says the same");
      }
      if (wish.trial()) {
        if (standing == null) {
          throw new WrongWishException(
              Fault.CONFLICT, "There is no book yet beside which rules could be on trial");
        }
        text = TrialText.of(standing, Checks.NAME, text, candidate.book(), candidate.changes());
        checks.candidate(text, books);
      }
      return new Proposals.Draft(wish.request(), wish.comment(), what, base, text, wish.replaces());
    } catch (MisuseException wrong) {
      throw new WrongWishException(Fault.SENSE, String.valueOf(wrong.getMessage()));
    }
  }

  /** Who makes a newer one of their own proposal takes the old one back. */
  private static void replace(Connection connection, long old, long made, Visitor visitor)
      throws SQLException {
    Optional<Proposal> replaced = Proposals.find(connection, old);
    if (replaced.isPresent()
        && replaced.get().isOpen()
        && replaced.get().who().equals(visitor.name())) {
      Proposals.step(
          connection, old, visitor, Step.WITHDRAWN, "proposal " + made + " replaces it", null);
    }
  }

  /** Agrees to a proposal, and waits a moment until it is announced. */
  public Outcome agree(long id, Visitor visitor) throws SQLException {
    Database desk = desk();
    ControlWatch.Known known = watch.require();
    UUID notice = noticeOf(id);
    desk.inOne(
        connection -> {
          Proposal proposal = open(connection, id);
          if (fourEyes && proposal.who().equals(visitor.name())) {
            throw new WrongWishException(
                Fault.CONFLICT, "Four eyes: somebody else must agree than who proposed it");
          }
          String text = Proposals.book(connection, id);
          String obstacle = checks.obstacle(proposal, text, known.books());
          if (obstacle != null) {
            throw new WrongWishException(Fault.CONFLICT, obstacle);
          }
          answer(connection, proposal, visitor, Step.AGREED, "");
          byte[] record =
              NoticeJson.write(
                  new Notice.Book(
                      proposal.who(), comment(proposal, visitor), /* from= */ null, text));
          PendingNotices.insert(
              connection,
              new PendingNotice(notice, visitor, id, "proposal " + id, known.end(), record));
          return true;
        });
    outbox.isDone(notice, PATIENCE);
    watch.look();
    return state(desk, id);
  }

  /** Such as "lower limit (proposal 7, agreed to by ada)". */
  static String comment(Proposal proposal, Visitor agrees) {
    String who = "(proposal " + proposal.id() + ", agreed to by " + agrees.name() + ")";
    return proposal.comment().isEmpty() ? who : proposal.comment() + " " + who;
  }

  private static UUID noticeOf(long proposal) {
    return UUID.nameUUIDFromBytes(("proposal " + proposal).getBytes(StandardCharsets.UTF_8));
  }

  /** Rejects what somebody proposed. */
  public Outcome reject(long id, String why, Visitor visitor) throws SQLException {
    return close(id, Step.REJECTED, why, visitor);
  }

  /** Takes back what one has proposed oneself. */
  public Outcome withdraw(long id, String why, Visitor visitor) throws SQLException {
    return close(id, Step.WITHDRAWN, why, visitor);
  }

  private Outcome close(long id, Step step, String why, Visitor visitor) throws SQLException {
    Database desk = desk();
    desk.inOne(
        connection -> {
          Proposal proposal = open(connection, id);
          if (step == Step.WITHDRAWN && !proposal.who().equals(visitor.name())) {
            throw new WrongWishException(
                Fault.CONFLICT, "Only " + proposal.who() + ", who proposed it, may withdraw it");
          }
          answer(connection, proposal, visitor, step, why);
          return true;
        });
    watch.look();
    return state(desk, id);
  }

  private static Proposal open(Connection connection, long id) throws SQLException {
    Proposal proposal =
        Proposals.find(connection, id)
            .orElseThrow(() -> new WrongWishException(Fault.MISSING, "There is no proposal " + id));
    if (!proposal.isOpen()) {
      throw faster(proposal);
    }
    return proposal;
  }

  private static WrongWishException faster(Proposal proposal) {
    return new WrongWishException(
        Fault.CONFLICT,
        "Proposal "
            + proposal.id()
            + " is open no longer: it is "
            + proposal.state()
            + ", by "
            + proposal.by());
  }

  private static void answer(
      Connection connection, Proposal proposal, Visitor visitor, Step step, String why)
      throws SQLException {
    if (!Proposals.step(connection, proposal.id(), visitor, step, why, null)) {
      throw faster(Proposals.find(connection, proposal.id()).orElseThrow());
    }
    Audit.write(connection, visitor, step.code() + " rules", "proposal " + proposal.id(), why);
  }

  private Outcome state(Database desk, long id) throws SQLException {
    Proposal proposal = desk.ask(connection -> Proposals.find(connection, id)).orElseThrow();
    if (proposal.state().equals(Step.AGREED.code())) {
      return new Outcome(id, "waiting", ListDesk.outcome(desk, noticeOf(id), outbox).why());
    }
    return new Outcome(id, proposal.state(), proposal.detail());
  }

  private Database desk() {
    return database
        .get()
        .orElseThrow(
            () ->
                new WrongWishException(Fault.CONFLICT, "Nobody decides before there are accounts"));
  }
}
