package weir.dashboard.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.UnauthorizedResponse;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.dashboard.access.Access;
import weir.dashboard.access.Door;
import weir.dashboard.access.Role;
import weir.dashboard.access.Session;
import weir.dashboard.access.Tokens;
import weir.dashboard.access.Visitor;

/** Lets through whom an address is for, and nobody else. */
final class Gate {
  /** What a page shows beside its cookie whenever it changes something. */
  static final String BESIDE = "X-Weir-Token";

  private static final String SESSION = "weir-session";

  private final Access access;
  private final Cookies cookies;

  Gate(Access access, Cookies cookies) {
    this.access = access;
    this.cookies = cookies;
  }

  /** The same handler for those who may. */
  Handler before(Address address, Handler handler) {
    return context -> {
      admit(address, context);
      handler.handle(context);
    };
  }

  private void admit(Address address, Context context) throws SQLException {
    if (address.need() == Need.ANYBODY) {
      return;
    }
    Role needed = address.need().role().orElseThrow();
    if (knownDoor() == Door.SIGNED_IN) {
      admit(address, needed, context);
    } else if (address.changes() || needed != Role.READER) {
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
      access.refused(visitor(session, context), address.method() + " " + address.path());
      throw new ForbiddenResponse(
          "This needs the role " + needed.code() + ", and you have " + session.role().code());
    }
    String beside = context.header(BESIDE);
    if (address.changes() && (beside == null || !Tokens.same(beside, session.beside()))) {
      throw new ForbiddenResponse("The page is out of date: load it again");
    }
    context.attribute(SESSION, session);
  }

  /** Who asks, if they have signed in. */
  Optional<Session> find(Context context) throws SQLException {
    String token = cookies.read(context);
    return token == null || access.door() != Door.SIGNED_IN
        ? Optional.empty()
        : access.session(token);
  }

  /** Who was let in; nobody where one need not sign in. */
  static @Nullable Session session(Context context) {
    return context.attribute(SESSION);
  }

  static Visitor visitor(Session session, Context context) {
    return new Visitor(session.name(), context.ip());
  }
}
