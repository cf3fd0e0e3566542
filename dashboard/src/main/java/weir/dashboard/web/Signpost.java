package weir.dashboard.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.sql.SQLException;
import weir.dashboard.access.Access;
import weir.dashboard.access.Door;

/** Sends whoever has to sign in to where that is done. */
final class Signpost implements Handler {
  /** Browsers keep what stands behind the number sign, so one comes back to the same place. */
  static final String SIGN_IN = "/sign-in.html";

  private final Access access;
  private final Gate gate;

  Signpost(Access access, Gate gate) {
    this.access = access;
    this.gate = gate;
  }

  @Override
  public void handle(Context context) {
    if (access.door() == Door.SIGNED_IN && !isKnown(context)) {
      context.redirect(SIGN_IN, HttpStatus.FOUND);
      context.skipRemainingHandlers();
    }
  }

  /** The page itself is no secret: while PostgreSQL is away it says so. */
  private boolean isKnown(Context context) {
    try {
      return gate.find(context).isPresent();
    } catch (SQLException away) {
      return true;
    }
  }
}
