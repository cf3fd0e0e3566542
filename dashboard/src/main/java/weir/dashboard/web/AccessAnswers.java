package weir.dashboard.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Access;
import weir.dashboard.access.Audit;
import weir.dashboard.access.Door;
import weir.dashboard.access.Passwords;
import weir.dashboard.access.Session;
import weir.dashboard.access.SignIn;
import weir.dashboard.store.Database;

/** Signing in and out, who one is, and what everybody did. */
final class AccessAnswers {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_AUDIT = 200;

  private final Access access;
  private final SignIn signIn;
  private final Gate gate;
  private final Cookies cookies;

  AccessAnswers(Access access, SignIn signIn, Gate gate, Cookies cookies) {
    this.access = access;
    this.signIn = signIn;
    this.gate = gate;
    this.cookies = cookies;
  }

  /**
   * Who asks.
   *
   * @param accounts whether one has to sign in
   * @param name absent if nobody has signed in, as the others are
   * @param token what a browser shows whenever it changes something; a program need not
   */
  public record Me(
      boolean accounts, @Nullable String name, @Nullable String role, @Nullable String token) {
    private static Me of(Session session) {
      return new Me(
          true,
          session.name(),
          session.role().code(),
          session.token() == null ? session.beside() : null);
    }
  }

  /** What leads in: a name and a password, or a link. */
  public record Entry(@Nullable String name, @Nullable String password, @Nullable String link) {
    private static Entry of(Body body) {
      return new Entry(
          body.text("name", LONGEST_NAME),
          body.text("password", Passwords.MOST),
          body.text("link", LONGEST_NAME));
    }

    /** Secrets are not printed. */
    @Override
    public String toString() {
      return "Entry[" + name + "]";
    }
  }

  /** What everybody did, the newest first. */
  public record Entries(List<Audit.Entry> entries) {}

  void me(Context context) throws SQLException {
    Door door = gate.knownDoor();
    Optional<Session> session = gate.find(context);
    WebServer.answer(
        context, session.map(Me::of).orElseGet(() -> new Me(door != Door.OPEN, null, null, null)));
  }

  void signIn(Context context) throws SQLException, IOException {
    if (gate.knownDoor() == Door.OPEN) {
      throw new ForbiddenResponse(
          "There are no accounts to sign in to: ./weir users add makes one");
    }
    Database desk = access.desk().orElseThrow();
    Entry entry = Entry.of(Body.of(context));
    String link = entry.link();
    String name = entry.name();
    String password = entry.password();
    String before = cookies.read(context);
    SignIn.Outcome outcome;
    if (link != null) {
      outcome = signIn.byLink(desk, link, before, context.ip());
    } else if (name != null && password != null) {
      outcome = signIn.byPassword(desk, name, password, before, context.ip());
    } else {
      throw new BadRequestResponse("Send a name and a password, or a link");
    }
    if (!outcome.pause().isZero()) {
      throw Failures.tooMany(context, outcome.pause(), outcome.why());
    }
    String token = outcome.token();
    if (token == null) {
      throw new UnauthorizedResponse(outcome.why());
    }
    Session session =
        access
            .session(token)
            .orElseThrow(() -> new UnauthorizedResponse("The account has just changed"));
    cookies.write(context, token);
    WebServer.answer(context, Me.of(session));
  }

  void signOut(Context context) throws SQLException {
    Session session = Objects.requireNonNull(Gate.session(context));
    access.signOut(session, Gate.visitor(context));
    cookies.delete(context);
    WebServer.answer(context, new Me(true, null, null, null));
  }

  /** What everybody did, the newest first; before=ID has those before one of them. */
  void audit(Context context) throws SQLException {
    Long before = number(context, "before");
    List<Audit.Entry> newest =
        access.desk().orElseThrow().ask(connection -> Audit.newest(connection, before, MOST_AUDIT));
    WebServer.answer(context, new Entries(newest));
  }

  private static @Nullable Long number(Context context, String name) {
    String text = context.queryParam(name);
    try {
      return text == null ? null : (Long) Long.parseLong(text);
    } catch (NumberFormatException wrong) {
      throw new BadRequestResponse(name + " must be a whole number");
    }
  }
}
