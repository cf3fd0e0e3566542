package weir.dashboard.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.UnauthorizedResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Access;
import weir.dashboard.access.Door;
import weir.dashboard.access.Role;
import weir.dashboard.access.Session;
import weir.dashboard.access.SignIn;
import weir.dashboard.access.Tokens;
import weir.dashboard.access.Visitor;

/** Lets through whom an address is for, and nobody else. */
final class Gate {
  /** What a page shows beside its cookie whenever it changes something. */
  static final String BESIDE = "X-Weir-Token";

  private static final String SESSION = "weir-session";

  private static final String BEARER = "Bearer";

  private final Access access;
  private final Cookies cookies;
  private final SignIn signIn;

  Gate(Access access, Cookies cookies, SignIn signIn) {
    this.access = access;
    this.cookies = cookies;
    this.signIn = signIn;
  }

  /** The same handler for those who may. */
  Handler before(Address address, Handler handler) {
    return context -> {
      admit(address, context);
      handler.handle(context);
    };
  }

  private void admit(Address address, Context context) throws SQLException {
    if (address.about().cookieOnly() && bearer(context).isPresent()) {
      throw new BadRequestResponse(
          "Only browsers sign in and out: a token needs neither, and ./weir users untoken ends it");
    }
    if (address.need() == Need.ANYBODY) {
      return;
    }
    Role needed = address.need().role().orElseThrow();
    if (knownDoor() == Door.SIGNED_IN) {
      admit(address, needed, context);
    } else if (address.changes() || address.need().isForAccounts()) {
      throw new ForbiddenResponse("Nobody can do this before there are accounts: ./weir users add");
    }
  }

  /** Whether one has to sign in; refuses whoever asks while that cannot be said. */
  Door knownDoor() {
    Door door = access.door();
    if (door == Door.UNKNOWN) {
      throw new ServiceUnavailableResponse(
          "PostgreSQL has not answered yet, so it is not known who may look");
    }
    if (door == Door.FORBIDDEN) {
      throw new ServiceUnavailableResponse(
          "There are accounts, but the page may not read them: grant its database user the role"
              + " weir_desk");
    }
    if (door == Door.OUTDATED) {
      throw new ServiceUnavailableResponse(
          "The tables of the desk are those of an older version: ./weir users list renews them");
    }
    return door;
  }

  private void admit(Address address, Role needed, Context context) throws SQLException {
    Session session =
        find(context).orElseThrow(() -> new UnauthorizedResponse("Sign in to see this"));
    if (!session.role().covers(needed)) {
      access.refused(session.from(context.ip()), address.method() + " " + address.path());
      throw new ForbiddenResponse(
          "This needs the role " + needed.code() + ", and you have " + session.role().code());
    }
    // No browser adds a token by itself, so no other site can have it sent.
    if (address.changes() && session.token() == null) {
      String beside = context.header(BESIDE);
      if (beside == null || !Tokens.same(beside, session.beside())) {
        throw new ForbiddenResponse("The page is out of date: load it again");
      }
    }
    context.attribute(SESSION, session);
  }

  /** Who asks, if they have signed in or show a token; refuses a wrong token. */
  Optional<Session> find(Context context) throws SQLException {
    if (access.door() != Door.SIGNED_IN) {
      return Optional.empty();
    }
    String cookie = cookies.read(context);
    Optional<String> token = bearer(context);
    if (token.isEmpty()) {
      return cookie == null ? Optional.empty() : access.session(cookie);
    }
    if (cookie != null) {
      throw new BadRequestResponse(
          "There are a cookie and a token, and they may be of two people: send one of them");
    }
    return Optional.of(byToken(context, token.get()));
  }

  private Session byToken(Context context, String token) throws SQLException {
    Optional<Session> found = access.byToken(token);
    if (found.isPresent()) {
      return found.get();
    }
    Duration wait = signIn.wrongToken(access.desk().orElseThrow(), context.ip());
    if (!wait.isZero()) {
      throw Failures.tooMany(context, wait, "Too many wrong tokens came from this address");
    }
    context.header("WWW-Authenticate", BEARER);
    throw new UnauthorizedResponse(
        "This token is wrong, or ended: ./weir users token makes another one");
  }

  /** The token that a program shows; other kinds of this header are for others. */
  private static Optional<String> bearer(Context context) {
    String header = context.header("Authorization");
    if (header == null) {
      return Optional.empty();
    }
    String[] words = header.strip().split("\\s+", 2);
    return words[0].equalsIgnoreCase(BEARER)
        ? Optional.of(words.length == 1 ? "" : words[1])
        : Optional.empty();
  }

  /** Who was let in; nobody where one need not sign in. */
  static @Nullable Session session(Context context) {
    return context.attribute(SESSION);
  }

  /** Who was let in, and from where; only for addresses at which one must sign in. */
  static Visitor visitor(Context context) {
    return Objects.requireNonNull(session(context)).from(context.ip());
  }
}
