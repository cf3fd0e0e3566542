package weir.dashboard.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Session;
import weir.dashboard.access.Visitor;
import weir.dashboard.desk.BulkWish;
import weir.dashboard.desk.Bulks;
import weir.dashboard.desk.Kind;
import weir.dashboard.queue.CaseFilter;
import weir.dashboard.queue.Queue;
import weir.dashboard.store.OpenCases;

/** The queue: what is open, who works it, and deciding about many cases at once. */
final class QueueAnswers {
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final int LONGEST_PLACE = 4000;
  private static final int LONGEST_FILTER = 256;
  private static final int MOST_BYTES = 512 << 10;

  private static final Set<String> SEVERITIES = Set.of("low", "medium", "high", "critical");

  private final Queue queue;
  private final Bulks bulks;

  QueueAnswers(Queue queue, Bulks bulks) {
    this.queue = queue;
    this.bulks = bulks;
  }

  /** What came of taking a case: absent if there is none that nobody has. */
  record Taken(Queue.@Nullable Row taken) {}

  /** Whether one had the case until now. */
  record GivenBack(boolean had) {}

  /**
   * What to take: a user, or the next case that passes a filter.
   *
   * @param after the place behind which to look for the next one
   */
  record TakeWanted(
      @Nullable String user,
      @Nullable Boolean next,
      @Nullable Boolean takeOver,
      @Nullable String severity,
      @Nullable String rule,
      @Nullable String text,
      @Nullable String amount,
      @Nullable String after) {}

  /** A case, by its user. */
  record OneWanted(String user) {}

  /** Cases to look at. */
  record CasesWanted(List<OpenCases.Wanted> cases) {}

  /**
   * A decision about many cases.
   *
   * @param id a UUID by which the same wish is done once, however often it is sent
   * @param decision fraud or dismissed; absent if one is taken back
   * @param undo the bulk decision to take back
   */
  record BulkWanted(
      @Nullable String id,
      @Nullable String decision,
      @Nullable String undo,
      @Nullable String note,
      @Nullable List<OpenCases.Wanted> cases) {}

  /** Where a filter's condition is written. */
  private interface Given {
    @Nullable String text(String name);
  }

  /** Adds what it answers. */
  void addTo(Map<Address, Handler> all) {
    all.put(Address.QUEUE, this::page);
    all.put(Address.TAKE, this::take);
    all.put(Address.GIVE_BACK, this::giveBack);
    all.put(Address.SUMMARY, this::summary);
    all.put(Address.BULK, this::bulk);
    all.put(Address.BULK_PROGRESS, this::progress);
  }

  private void page(Context context) throws SQLException {
    Session session = Gate.session(context);
    CaseFilter filter = filter(name -> Asked.given(context, name));
    String after = context.queryParam("after");
    int most = most(Asked.given(context, "most"));
    String me = session == null ? "" : session.name();
    Wrongs.told(context, () -> WebServer.answer(context, queue.page(filter, after, most, me)));
  }

  private void take(Context context) throws SQLException, IOException {
    Visitor visitor = visitor(context);
    Body body = Body.of(context);
    String user = body.text("user", DeskAnswers.LONGEST_ID);
    if ((user == null) != body.isTrue("next")) {
      throw new BadRequestResponse("Say what to take: a user, or \"next\": true");
    }
    if (user != null) {
      boolean over = body.isTrue("takeOver");
      Wrongs.told(
          context, () -> WebServer.answer(context, new Taken(queue.take(user, over, visitor))));
      return;
    }
    CaseFilter filter = filter(name -> body.text(name, LONGEST_FILTER));
    String after = body.text("after", LONGEST_PLACE);
    Wrongs.told(
        context,
        () ->
            WebServer.answer(context, new Taken(queue.next(filter, after, visitor).orElse(null))));
  }

  private void giveBack(Context context) throws SQLException, IOException {
    Visitor visitor = visitor(context);
    String user = Body.of(context).text("user", DeskAnswers.LONGEST_ID);
    if (user == null) {
      throw new BadRequestResponse("Say which case: a user");
    }
    Wrongs.told(
        context, () -> WebServer.answer(context, new GivenBack(queue.giveBack(user, visitor))));
  }

  private void summary(Context context) throws SQLException, IOException {
    Visitor visitor = visitor(context);
    List<OpenCases.Wanted> cases = cases(Body.of(context, MOST_BYTES));
    Wrongs.told(context, () -> WebServer.answer(context, queue.summary(cases, visitor.name())));
  }

  private void bulk(Context context) throws SQLException, IOException {
    Visitor visitor = visitor(context);
    Body body = Body.of(context, MOST_BYTES);
    String undo = body.text("undo", DeskAnswers.LONGEST_ID);
    String decision = body.text("decision", DeskAnswers.LONGEST_ID);
    if ((undo == null) == (decision == null)) {
      throw new BadRequestResponse("Send a decision, fraud or dismissed; or what to undo");
    }
    String note =
        Objects.requireNonNullElse(body.text("note", DeskAnswers.LONGEST_NOTE), "").strip();
    BulkWish wish =
        new BulkWish(
            DeskAnswers.id(body.text("id", DeskAnswers.LONGEST_ID)),
            decision == null ? null : kind(decision),
            undo == null ? null : DeskAnswers.uuid("undo", undo),
            note,
            undo == null ? cases(body) : List.of());
    Wrongs.told(
        context,
        () ->
            WebServer.answer(
                context, bulks.decide(wish, visitor, queue.before(/* over= */ false, visitor))));
  }

  private void progress(Context context) throws SQLException {
    String id = Asked.given(context, "id");
    if (id == null) {
      throw new BadRequestResponse("Which bulk decision? Ask for /api/queue/bulk?id=ID");
    }
    UUID bulk = DeskAnswers.uuid("id", id);
    Wrongs.told(context, () -> WebServer.answer(context, bulks.progress(bulk)));
  }

  private static Visitor visitor(Context context) {
    return Gate.visitor(Objects.requireNonNull(Gate.session(context)), context);
  }

  private static Kind kind(String decision) {
    return Kind.find(decision)
        .filter(kind -> kind == Kind.FRAUD || kind == Kind.DISMISSED)
        .orElseThrow(() -> new BadRequestResponse("A bulk decision is fraud or dismissed"));
  }

  private static List<OpenCases.Wanted> cases(Body body) {
    List<OpenCases.Wanted> cases = new ArrayList<>();
    Set<String> users = new HashSet<>();
    for (Body each : body.objects("cases", Bulks.MOST)) {
      String user = each.text("user", DeskAnswers.LONGEST_ID);
      if (user == null || !users.add(user)) {
        throw new BadRequestResponse("Each case needs a user, and each user stands there once");
      }
      cases.add(new OpenCases.Wanted(user, each.whole("seenUntil")));
    }
    if (cases.isEmpty()) {
      throw new BadRequestResponse("Say which cases: a list of objects with a user each");
    }
    return cases;
  }

  private static CaseFilter filter(Given given) {
    String severity = given.text("severity");
    if (severity != null && !SEVERITIES.contains(severity)) {
      throw new BadRequestResponse("severity must be critical, high, medium or low");
    }
    return new CaseFilter(
        severity,
        given.text("rule"),
        given.text("user"),
        given.text("text"),
        amount(given.text("amount")),
        held(given.text("held")));
  }

  private static @Nullable BigDecimal amount(@Nullable String amount) {
    if (amount == null) {
      return null;
    }
    if (!amount.matches("\\d{1,15}(\\.\\d{1,6})?")) {
      throw new BadRequestResponse("amount must be a number such as 1000 or 99.50");
    }
    return new BigDecimal(amount);
  }

  private static CaseFilter.@Nullable Held held(@Nullable String held) {
    if (held == null) {
      return null;
    }
    return switch (held.toLowerCase(Locale.ROOT)) {
      case "nobody" -> CaseFilter.Held.NOBODY;
      case "me" -> CaseFilter.Held.ME;
      default -> throw new BadRequestResponse("held must be nobody or me");
    };
  }

  private static int most(@Nullable String most) {
    if (most == null) {
      return USUAL;
    }
    try {
      int number = Integer.parseInt(most);
      if (number >= 1 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException foreign) {
      // It is told below.
    }
    throw new BadRequestResponse("most must be a number from 1 to " + MOST);
  }
}
