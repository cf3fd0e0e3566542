package weir.dashboard.rules;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import weir.control.KnownLists;
import weir.dashboard.backtest.ProposalTests;
import weir.dashboard.backtest.Tested;
import weir.dashboard.desk.WrongWishException;
import weir.dashboard.desk.WrongWishException.Fault;
import weir.dashboard.notices.ControlWatch;
import weir.dashboard.store.Database;
import weir.notice.Announced;
import weir.notice.BookChanges;
import weir.notice.Books;
import weir.notice.Standing;
import weir.rules.Audience;
import weir.rules.Rule;
import weir.rules.RuleHeader;

/** The rules, their history, lists and proposals, as they are shown. */
public final class RulesView {
  /** The newest books that are told of. */
  private static final int MOST_BOOKS = 50;

  private static final int PER_PERCENT = 100;

  private final Supplier<Optional<Database>> database;
  private final ControlWatch watch;
  private final RuleDesk desk;
  private final Figures figures;
  private final Checks checks;
  private final ProposalTests tests;

  public RulesView(
      Supplier<Optional<Database>> database,
      ControlWatch watch,
      RuleDesk desk,
      Figures figures,
      Checks checks,
      ProposalTests tests) {
    this.database = database;
    this.watch = watch;
    this.desk = desk;
    this.figures = figures;
    this.checks = checks;
    this.tests = tests;
  }

  /**
   * Everything at once.
   *
   * @param topic the control topic
   * @param fourEyes whether somebody else must agree than who proposed
   * @param trouble why it may be out of date; absent if it is not
   * @param book the one that a new book would take over from; absent if there is none
   * @param history all books, the newest first
   * @param backtestLog the log that proposals can be tried on; absent if none was named
   */
  public record Rules(
      String topic,
      boolean fourEyes,
      @Nullable String trouble,
      @Nullable BookNow book,
      List<RuleNow> rules,
      List<Past> history,
      List<ListName> lists,
      List<Shown> proposals,
      @Nullable String backtestLog) {}

  /**
   * A rule of that book.
   *
   * @param mode live, shadow or rollout
   * @param share of the users for whom it is live, in percent
   * @param sentence when it fires
   * @param book the one in which this version came first
   * @param by who announced that
   * @param at when, in epoch milliseconds
   */
  public record RuleNow(
      String id,
      int version,
      String severity,
      String mode,
      double share,
      String sentence,
      int book,
      String by,
      long at,
      String comment,
      Figures.Figure figure) {}

  /**
   * A book of the history.
   *
   * @param state coming, in force, past, cancelled or overtaken
   * @param from since when it is in force; absent if from the beginning
   * @param changes from the book before it; absent of the first
   */
  public record Past(
      int number,
      String state,
      @Nullable Long from,
      long at,
      String author,
      String comment,
      int rules,
      @Nullable Changes changes) {}

  /**
   * A list.
   *
   * @param members how many it has when a change would hold that is announced now
   * @param usedBy the rules that ask it
   */
  public record ListName(String name, int members, List<String> usedBy) {}

  /**
   * A proposal.
   *
   * @param outdated whether another book stands by now than the one that it was made from
   */
  public record Shown(Proposal proposal, boolean outdated) {}

  /**
   * A proposal with its text.
   *
   * @param anew its changes put into the book that stands by now; absent if it is not outdated, or
   *     both changed the same lines
   * @param check what it would change now, or why it cannot be announced
   * @param tests its back-tests, the newest first
   */
  public record Opened(
      Proposal proposal,
      boolean outdated,
      String text,
      @Nullable String anew,
      Checks.Answer check,
      List<Tested> tests) {}

  /** All that the page begins with. */
  public Rules rules() throws SQLException {
    List<Proposal> proposals = database().ask(Proposals::newest);
    Optional<ControlWatch.Known> known = watch.known();
    Books books = known.map(ControlWatch.Known::books).orElse(Books.none());
    Announced standing = BookNow.standing(books).orElse(null);
    String asking = figures.refresh();
    String reading = known.isEmpty() && watch.trouble() == null ? notYet() : watch.trouble();
    int number = standing == null ? 0 : standing.number();
    return new Rules(
        watch.topic(),
        desk.fourEyes(),
        reading == null ? asking : reading,
        standing == null ? null : BookNow.of(standing),
        standing == null ? List.of() : rulesOf(standing, books),
        history(books),
        books.isEmpty() ? List.of() : lists(books, standing),
        proposals.stream().map(each -> new Shown(each, isOutdated(each, number))).toList(),
        tests.source().orElse(null));
  }

  private String notYet() {
    return "the control topic '" + watch.topic() + "' has not been read yet";
  }

  private static boolean isOutdated(Proposal proposal, int standing) {
    return proposal.isOpen() && proposal.base() != standing;
  }

  /** One proposal, and what it would change now. */
  public Opened proposal(long id) throws SQLException {
    Proposal proposal =
        database()
            .ask(connection -> Proposals.find(connection, id))
            .orElseThrow(() -> new WrongWishException(Fault.MISSING, "There is no proposal " + id));
    String text = database().ask(connection -> Proposals.book(connection, id));
    Books books = watch.require().books();
    Announced standing = BookNow.standing(books).orElse(null);
    boolean outdated = isOutdated(proposal, standing == null ? 0 : standing.number());
    return new Opened(
        proposal,
        outdated,
        text,
        outdated && standing != null ? anew(proposal, text, standing, books.all()) : null,
        checks.check(text, books),
        tests.of(id));
  }

  private static @Nullable String anew(
      Proposal proposal, String text, Announced standing, List<Announced> books) {
    int base = proposal.base();
    return base < 1 || base > books.size()
        ? null
        : ThreeWay.merge(books.get(base - 1).text(), text, standing.text()).orElse(null);
  }

  /** A book by its number. */
  public BookNow book(int number) {
    List<Announced> all = watch.require().books().all();
    if (number < 1 || number > all.size()) {
      throw new WrongWishException(Fault.MISSING, "There is no book " + number);
    }
    return BookNow.of(all.get(number - 1));
  }

  private List<RuleNow> rulesOf(Announced standing, Books books) {
    Map<String, String> sentences = RuleSentence.of(standing.text());
    Map<String, Announced> first = new HashMap<>();
    for (Announced each : books.all()) {
      each.book().book().rules().forEach(rule -> first.putIfAbsent(version(rule), each));
    }
    List<RuleNow> rules = new ArrayList<>();
    for (Rule rule : standing.book().book().rules()) {
      RuleHeader header = rule.header();
      Announced made = first.getOrDefault(version(rule), standing);
      Audience audience = header.audience();
      boolean shadow = audience.equals(Audience.NOBODY);
      rules.add(
          new RuleNow(
              header.id(),
              header.version(),
              header.severity().name().toLowerCase(Locale.ROOT),
              shadow ? "shadow" : audience.equals(Audience.EVERYBODY) ? "live" : "rollout",
              (double) audience.perTenThousand() / PER_PERCENT,
              sentences.getOrDefault(header.id(), ""),
              made.number(),
              made.author(),
              made.at(),
              made.comment(),
              figures.of(header.id(), header.version(), shadow ? "shadow" : "live")));
    }
    return rules;
  }

  private static String version(Rule rule) {
    return rule.header().id() + "/" + rule.header().version();
  }

  private static List<Past> history(Books books) {
    List<Standing> all = Standing.of(books, System.currentTimeMillis());
    List<Past> past = new ArrayList<>();
    for (int i = all.size() - 1; i >= Math.max(0, all.size() - MOST_BOOKS); i--) {
      Announced book = all.get(i).book();
      past.add(
          new Past(
              book.number(),
              all.get(i).state().words(),
              BookNow.from(book),
              book.at(),
              book.author(),
              book.comment(),
              book.book().book().rules().size(),
              i == 0 ? null : changes(all.get(i - 1).book(), book)));
    }
    return past;
  }

  private static Changes changes(Announced before, Announced after) {
    return Changes.of(
        BookChanges.between(
            before.book().book(), before.text(), after.book().book(), after.text()));
  }

  private static List<ListName> lists(Books books, @Nullable Announced standing) {
    long holds = books.listHoldsFrom(null, System.currentTimeMillis());
    Set<String> names = KnownLists.all(books);
    return names.stream()
        .map(
            name ->
                new ListName(
                    name,
                    books.lists().members(name, holds).size(),
                    standing == null ? List.of() : users(standing, name)))
        .toList();
  }

  private static List<String> users(Announced book, String list) {
    return book.book().book().rules().stream()
        .filter(rule -> rule.lists().contains(list))
        .map(rule -> rule.header().id())
        .toList();
  }

  private Database database() {
    return database
        .get()
        .orElseThrow(
            () ->
                new WrongWishException(Fault.CONFLICT, "There are no accounts, and no proposals"));
  }
}
