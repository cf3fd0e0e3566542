package weir.dashboard.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.sql.SQLException;
import weir.dashboard.desk.WrongWishException;
import weir.dashboard.queue.HeldException;
import weir.failure.UnavailableException;

/** Tells why what somebody wants cannot be. */
final class Wrongs {
  private Wrongs() {}

  /** Something that may be refused. */
  interface Wanted {
    void run() throws SQLException;
  }

  /**
   * Somebody else works the case.
   *
   * @param takenBy who does
   * @param takenAt since when, in epoch milliseconds
   */
  record Held(String error, String takenBy, long takenAt) {}

  static void told(Context context, Wanted wanted) throws SQLException {
    try {
      wanted.run();
    } catch (HeldException held) {
      WebServer.answer(
          context.status(HttpStatus.CONFLICT),
          new Held(String.valueOf(held.getMessage()), held.claim().who(), held.claim().takenAt()));
    } catch (WrongWishException wrong) {
      throw of(wrong);
    } catch (UnavailableException failed) {
      throw new ServiceUnavailableResponse(
          "Nothing was decided: " + String.valueOf(failed.getMessage()));
    }
  }

  /** What is told of a wish that makes no sense, or cannot be. */
  static HttpResponseException of(WrongWishException wrong) {
    String why = String.valueOf(wrong.getMessage());
    return switch (wrong.fault()) {
      case SENSE -> new BadRequestResponse(why);
      case MISSING -> new NotFoundResponse(why);
      case CONFLICT -> new ConflictResponse(why);
      case FORBIDDEN -> new ForbiddenResponse(why);
    };
  }
}
