package weir.dashboard.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Session;
import weir.dashboard.access.Visitor;
import weir.dashboard.desk.BulkWish;
import weir.dashboard.desk.Bulks;
import weir.dashboard.queue.CaseFilter;
import weir.dashboard.queue.Queue;

/** The queue: what is open, who works it, and deciding about many cases at once. */
final class QueueAnswers {
  private static final int USUAL = 50;
  private static final int MOST = 200;

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
    CaseFilter filter =
        QueueWish.filter(
            Asked.given(context, "severity"),
            Asked.given(context, "rule"),
            Asked.given(context, "user"),
            Asked.given(context, "text"),
            Asked.given(context, "amount"),
            Asked.given(context, "held"));
    String after = context.queryParam("after");
    int most = most(Asked.given(context, "most"));
    String me = session == null ? "" : session.name();
    Wrongs.told(context, () -> WebServer.answer(context, queue.page(filter, after, most, me)));
  }

  private void take(Context context) throws SQLException, IOException {
    Visitor visitor = Gate.visitor(context);
    QueueWish.Take wish = QueueWish.Take.of(Body.of(context));
    String user = wish.user();
    if ((user == null) != Boolean.TRUE.equals(wish.next())) {
      throw new BadRequestResponse("Say what to take: a user, or \"next\": true");
    }
    if (user != null) {
      boolean over = Boolean.TRUE.equals(wish.takeOver());
      Wrongs.told(
          context, () -> WebServer.answer(context, new Taken(queue.take(user, over, visitor))));
      return;
    }
    CaseFilter filter = wish.filter();
    Wrongs.told(
        context,
        () ->
            WebServer.answer(
                context, new Taken(queue.next(filter, wish.after(), visitor).orElse(null))));
  }

  private void giveBack(Context context) throws SQLException, IOException {
    Visitor visitor = Gate.visitor(context);
    String user = QueueWish.One.of(Body.of(context)).user();
    Wrongs.told(
        context, () -> WebServer.answer(context, new GivenBack(queue.giveBack(user, visitor))));
  }

  private void summary(Context context) throws SQLException, IOException {
    Visitor visitor = Gate.visitor(context);
    QueueWish.Some wish = QueueWish.Some.of(Body.of(context, QueueWish.MOST_BYTES));
    Wrongs.told(
        context, () -> WebServer.answer(context, queue.summary(wish.cases(), visitor.name())));
  }

  private void bulk(Context context) throws SQLException, IOException {
    Visitor visitor = Gate.visitor(context);
    BulkWish wish = QueueWish.Many.of(Body.of(context, QueueWish.MOST_BYTES)).wish();
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
