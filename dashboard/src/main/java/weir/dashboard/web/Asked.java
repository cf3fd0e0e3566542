package weir.dashboard.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.AlertFilter;
import weir.dashboard.store.Lookups;
import weir.dashboard.store.Order;

/** What the page asks for when its user clicks or types. */
final class Asked {
  private static final int LONGEST_TEXT = 256;

  private final Lookups answers;

  Asked(Lookups answers) {
    this.answers = answers;
  }

  /** Adds what it answers. */
  void addTo(Map<Address, Handler> all) {
    all.put(Address.ALERTS, this::alerts);
    all.put(Address.GROUNDS, this::grounds);
    all.put(Address.ALERT, this::alert);
    all.put(Address.USER, this::user);
    all.put(Address.DEAD_LETTERS, this::deadLetters);
  }

  private void alerts(Context context) throws SQLException {
    WebServer.answer(context, answers.search(filter(context), order(context)));
  }

  private void grounds(Context context) throws SQLException {
    WebServer.answer(context, answers.grounds(filter(context), order(context)));
  }

  private static AlertFilter filter(Context context) {
    return new AlertFilter(
        given(context, "rule"),
        given(context, "severity"),
        given(context, "user"),
        given(context, "text"),
        since(context));
  }

  private static @Nullable Long since(Context context) {
    String since = given(context, "since");
    try {
      return since == null ? null : (Long) Instant.parse(since).toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException foreign) {
      throw new BadRequestResponse("since must be a time such as 2026-01-31T12:00:00Z");
    }
  }

  private static Order order(Context context) {
    String order = given(context, "order");
    return order == null
        ? Order.NEWEST
        : Order.of(order).orElseThrow(() -> new BadRequestResponse("order must be newest or risk"));
  }

  private void alert(Context context) throws SQLException {
    String id = given(context, "id");
    if (id == null) {
      throw new BadRequestResponse("Which alert? Ask for /api/alert?id=ALERT");
    }
    WebServer.answer(
        context,
        answers.alert(id).orElseThrow(() -> new NotFoundResponse("There is no such alert")));
  }

  private void user(Context context) throws SQLException {
    String id = given(context, "id");
    if (id == null) {
      throw new BadRequestResponse("Which user? Ask for /api/user?id=USER");
    }
    WebServer.answer(context, answers.user(id));
  }

  private void deadLetters(Context context) throws SQLException {
    String reason = given(context, "reason");
    if (reason == null) {
      throw new BadRequestResponse("Which reason? Ask for /api/dead-letters?reason=malformed");
    }
    WebServer.answer(context, answers.deadRecords(reason));
  }

  static @Nullable String given(Context context, String name) {
    String text = context.queryParam(name);
    if (text == null || text.isEmpty()) {
      return null;
    }
    // PostgreSQL has no text with it.
    if (text.indexOf('\0') >= 0) {
      throw new BadRequestResponse(name + " must not contain a null character");
    }
    return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
  }
}
