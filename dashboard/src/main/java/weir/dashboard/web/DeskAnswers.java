package weir.dashboard.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Visitor;
import weir.dashboard.desk.Decision;
import weir.dashboard.desk.Desk;
import weir.dashboard.desk.Kind;
import weir.dashboard.desk.Wish;
import weir.dashboard.queue.Queue;

/** Deciding, and what was decided. */
final class DeskAnswers {
  /** As much as a notice takes. */
  static final int LONGEST_NOTE = 1000;

  static final int LONGEST_ID = 512;
  private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

  private final Desk desk;
  private final Queue queue;

  DeskAnswers(Desk desk, Queue queue) {
    this.desk = desk;
    this.queue = queue;
  }

  /** What was decided, the newest first. */
  public record Decided(List<Decision> decisions) {}

  /**
   * What a browser or a program wants to be decided.
   *
   * @param id a UUID by which the same wish is done once, however often it is sent
   * @param undo the decision to take back
   * @param takeOver whether to decide though somebody else has taken the case
   */
  public record Wanted(
      @Nullable String id,
      @Nullable String alert,
      @Nullable String user,
      @Nullable String undo,
      @Nullable String decision,
      @Nullable String note,
      @Nullable Long until,
      @Nullable Long after,
      @Nullable Long seenUntil,
      @Nullable Boolean takeOver) {
    private static Wanted of(Body body) {
      return new Wanted(
          body.text("id", LONGEST_ID),
          body.text("alert", LONGEST_ID),
          body.text("user", LONGEST_ID),
          body.text("undo", LONGEST_ID),
          body.text("decision", LONGEST_ID),
          body.text("note", LONGEST_NOTE),
          body.whole("until"),
          body.whole("after"),
          body.whole("seenUntil"),
          body.isTrue("takeOver"));
    }
  }

  /** What stands; user=ID has all that was decided about one. */
  void decisions(Context context) throws SQLException {
    String user = Asked.given(context, "user");
    List<Decision> found = user == null ? desk.standing() : desk.ofUser(user);
    WebServer.answer(context, new Decided(found));
  }

  void decide(Context context) throws SQLException, IOException {
    Visitor visitor = Gate.visitor(context);
    Wanted wanted = Wanted.of(Body.of(context));
    Wish wish = wish(wanted);
    Desk.Before before = queue.before(Boolean.TRUE.equals(wanted.takeOver()), visitor);
    Wrongs.told(
        context,
        () -> {
          Desk.Answer answer = desk.decide(wish, visitor, before);
          boolean done = answer.state().equals("done");
          WebServer.answer(context.status(done ? HttpStatus.OK : HttpStatus.ACCEPTED), answer);
        });
  }

  private static Wish wish(Wanted wanted) {
    String undo = wanted.undo();
    if (Stream.of(wanted.alert(), wanted.user(), undo).filter(Objects::nonNull).count() != 1) {
      throw new BadRequestResponse("Say what it is about: an alert, a user, or what to undo");
    }
    String decision = wanted.decision();
    if ((undo == null) == (decision == null)) {
      throw new BadRequestResponse("Send a decision: fraud, dismissed or snoozed; or what to undo");
    }
    Kind kind = decision == null ? null : kind(decision);
    return new Wish(
        id(wanted.id()),
        wanted.alert(),
        wanted.user(),
        undo == null ? null : uuid("undo", undo),
        kind,
        said(wanted.note()),
        until(kind, wanted.until()),
        wanted.after(),
        wanted.seenUntil());
  }

  private static Kind kind(String decision) {
    return Kind.find(decision)
        .filter(kind -> kind != Kind.UNDONE)
        .orElseThrow(() -> new BadRequestResponse("A decision is fraud, dismissed or snoozed"));
  }

  private static @Nullable Long until(@Nullable Kind kind, @Nullable Long until) {
    if (kind != Kind.SNOOZED) {
      if (until != null) {
        throw new BadRequestResponse("until belongs to snoozed");
      }
      return null;
    }
    long now = System.currentTimeMillis();
    if (until == null || until <= now || until > now + LONGEST_SNOOZE.toMillis()) {
      throw new BadRequestResponse(
          "until must be a moment within a year from now, in milliseconds since 1970");
    }
    return until;
  }

  /** What was said; nothing is an empty text. */
  static String said(@Nullable String text) {
    return Objects.requireNonNullElse(text, "").strip();
  }

  static UUID id(@Nullable String text) {
    return text == null ? UUID.randomUUID() : uuid("id", text);
  }

  static UUID uuid(String name, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException wrong) {
      throw new BadRequestResponse(name + " must be a UUID");
    }
  }
}
