package weir.dashboard.queue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.access.Visitor;
import weir.dashboard.desk.Decision;
import weir.dashboard.desk.Desk;
import weir.dashboard.desk.WrongWishException;
import weir.dashboard.desk.WrongWishException.Fault;
import weir.dashboard.store.Database;
import weir.dashboard.store.OpenCase;
import weir.dashboard.store.OpenCases;

/** The cases that are open, the gravest first, each worked by one person at a time. */
public final class Queue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Queue.class);

  /** So many names of rules a row tells. */
  private static final int MOST_RULES = 20;

  private final Supplier<Optional<Database>> desk;
  private final Standing standing;
  private final ClaimWatch watch;

  /**
   * A queue.
   *
   * @param desk where claims are kept, once there are accounts
   * @param reading where the alerts are
   * @param tell is told who works what, whenever that changes
   */
  public Queue(
      Supplier<Optional<Database>> desk, Optional<Database> reading, Consumer<List<Claim>> tell) {
    this.desk = desk;
    standing = new Standing(reading);
    watch = new ClaimWatch(desk, tell);
  }

  /**
   * A case as a row of the queue.
   *
   * @param rules at most the first 20
   * @param place after which one can go on
   * @param claim who works it; absent if nobody does
   */
  public record Row(
      String user,
      String severity,
      @Nullable Integer score,
      long alerts,
      long payments,
      List<String> rules,
      List<OpenCase.Money> money,
      long oldest,
      long newest,
      String place,
      @Nullable Claim claim) {

    private static Row of(Standing.Placed placed, @Nullable Claim claim) {
      OpenCase of = placed.of();
      return new Row(
          of.user(),
          of.severity(),
          of.score(),
          of.alerts(),
          of.payments(),
          of.rules().subList(0, Math.min(MOST_RULES, of.rules().size())),
          of.money(),
          of.oldest(),
          of.newest(),
          placed.place().text(),
          claim);
    }
  }

  /**
   * A part of the queue.
   *
   * @param total how many pass in all
   * @param exact whether all open alerts were looked at, and not only the newest
   * @param next after which place it goes on; absent at the end
   */
  public record Page(List<Row> cases, int total, boolean exact, @Nullable String next) {}

  /** A case that was left out, and why. */
  public record Left(String user, String why) {}

  /** What a bulk decision would be about. */
  public record Summary(
      int cases, long alerts, long payments, List<OpenCase.Money> money, List<Left> left) {}

  /** The first cases that pass, after a place. */
  public Page page(CaseFilter filter, @Nullable String after, int most, String me)
      throws SQLException {
    Map<String, Claim> claims = claims(desk());
    List<Standing.Placed> all = matching(filter, claims, me);
    Place place = place(after);
    List<Standing.Placed> rest =
        all.stream().filter(each -> place == null || each.place().compareTo(place) > 0).toList();
    List<Row> rows =
        rest.stream().limit(most).map(each -> Row.of(each, claims.get(each.of().user()))).toList();
    String next = rest.size() > rows.size() ? rows.get(rows.size() - 1).place() : null;
    return new Page(rows, all.size(), standing.now().exact(), next);
  }

  private List<Standing.Placed> matching(CaseFilter filter, Map<String, Claim> claims, String me)
      throws SQLException {
    String text = filter.text();
    Set<String> containing =
        text == null
            ? Set.of()
            : standing.reading().ask(connection -> OpenCases.usersOf(connection, text));
    return standing.now().cases().stream()
        .filter(each -> filter.passes(each.of(), containing))
        .filter(each -> filter.passes(claims.get(each.of().user()), me))
        .toList();
  }

  /** Takes the case of a user, or keeps it for longer. */
  public Row take(String user, boolean over, Visitor visitor) throws SQLException {
    Database open = desk();
    Standing.Placed placed =
        standing
            .of(user)
            .orElseThrow(
                () ->
                    new WrongWishException(Fault.CONFLICT, "There is no open alert of this user"));
    Claim claim = open.inOne(connection -> Claims.take(connection, user, over, visitor));
    watch.look();
    return Row.of(placed, claim);
  }

  /** Takes the next case that nobody has; after the last one it begins at the first again. */
  public Optional<Row> next(CaseFilter filter, @Nullable String after, Visitor visitor)
      throws SQLException {
    Database open = desk();
    Map<String, Claim> claims = claims(open);
    Place place = place(after);
    List<Standing.Placed> free =
        matching(filter, claims, visitor.name()).stream()
            .filter(each -> !claims.containsKey(each.of().user()))
            .filter(each -> place == null || !each.of().user().equals(place.user()))
            .toList();
    Stream<Standing.Placed> later =
        free.stream().filter(each -> place == null || each.place().compareTo(place) > 0);
    Stream<Standing.Placed> earlier =
        free.stream().filter(each -> place != null && each.place().compareTo(place) < 0);
    for (Standing.Placed each : Stream.concat(later, earlier).toList()) {
      Optional<Row> taken = taken(open, each.of().user(), visitor);
      if (taken.isPresent()) {
        watch.look();
        return taken;
      }
    }
    return Optional.empty();
  }

  /** What was open a moment ago may be decided by now. */
  private Optional<Row> taken(Database open, String user, Visitor visitor) throws SQLException {
    Optional<Standing.Placed> now = standing.of(user);
    if (now.isEmpty()) {
      return Optional.empty();
    }
    return open.inOne(
        connection ->
            Claims.isBeingDecided(connection, user)
                ? Optional.empty()
                : Claims.takeFree(connection, user, visitor)
                    .map(claim -> Row.of(now.get(), claim)));
  }

  /** Gives a case back; false if one has it no longer. */
  public boolean giveBack(String user, Visitor visitor) throws SQLException {
    boolean had = desk().inOne(connection -> Claims.giveBack(connection, user, visitor));
    watch.look();
    return had;
  }

  /** What a bulk decision about these cases would be about, and which it would leave out. */
  public Summary summary(List<OpenCases.Wanted> wanted, String me) throws SQLException {
    Map<String, Claim> claims = claims(desk());
    Map<String, Standing.Placed> found = new HashMap<>();
    standing.of(wanted).forEach(each -> found.put(each.of().user(), each));
    List<Left> left = new ArrayList<>();
    Map<String, BigDecimal> money = new TreeMap<>();
    int cases = 0;
    long alerts = 0;
    long payments = 0;
    for (OpenCases.Wanted each : wanted) {
      Standing.Placed placed = found.get(each.user());
      Claim claim = claims.get(each.user());
      if (placed == null) {
        left.add(new Left(each.user(), "Nothing is open any more"));
      } else if (claim != null && !claim.who().equals(me)) {
        left.add(new Left(each.user(), String.valueOf(new HeldException(claim).getMessage())));
      } else {
        cases++;
        alerts += placed.of().alerts();
        payments += placed.of().payments();
        placed
            .of()
            .money()
            .forEach(sum -> money.merge(sum.currency(), amount(sum), BigDecimal::add));
      }
    }
    List<OpenCase.Money> sums =
        money.entrySet().stream()
            .map(sum -> new OpenCase.Money(sum.getKey(), sum.getValue().toPlainString()))
            .toList();
    return new Summary(cases, alerts, payments, sums, left);
  }

  private static BigDecimal amount(OpenCase.Money money) {
    return new BigDecimal(money.amount());
  }

  /** Whoever decides works the case, and nobody else may have it. */
  public Desk.Before before(boolean over, Visitor visitor) {
    return (connection, user) -> Claims.work(connection, user, over, visitor);
  }

  /** Ends claims on cases in which nothing is open any more. */
  public void decided(List<Decision> decisions) {
    Optional<Database> open = desk.get();
    if (open.isEmpty()) {
      return;
    }
    try {
      Map<String, Claim> claims = claims(open.get());
      List<String> done = new ArrayList<>();
      for (String user : decisions.stream().map(Decision::user).distinct().toList()) {
        if (claims.containsKey(user) && standing.of(user).isEmpty()) {
          done.add(user);
        }
      }
      if (!done.isEmpty()) {
        open.get().ask(connection -> end(connection, done));
        watch.look();
      }
    } catch (SQLException away) {
      // They end by themselves.
      LOG.debug("claims are not ended", away);
    }
  }

  private static boolean end(Connection connection, List<String> users) throws SQLException {
    Claims.end(connection, users);
    return true;
  }

  private static Map<String, Claim> claims(Database open) throws SQLException {
    Map<String, Claim> claims = new HashMap<>();
    open.ask(Claims::all).forEach(each -> claims.put(each.user(), each));
    return claims;
  }

  private static @Nullable Place place(@Nullable String after) {
    return after == null
        ? null
        : Place.read(after)
            .orElseThrow(
                () ->
                    new WrongWishException(
                        Fault.SENSE, "after must be a place as the queue told it"));
  }

  private Database desk() {
    return desk.get()
        .orElseThrow(
            () ->
                new WrongWishException(
                    Fault.FORBIDDEN, "There is no queue before there are accounts"));
  }

  @Override
  public void close() {
    watch.close();
  }
}
