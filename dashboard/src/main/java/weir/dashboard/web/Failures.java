package weir.dashboard.web;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.store.Trouble;

/** The answer to a failed request: a status, and a sentence that the page can show. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final int UNAVAILABLE = 503;
  private static final int OUR_FAULT = 500;

  private Failures() {}

  static void tell(Javalin javalin) {
    javalin.exception(
        HttpResponseException.class,
        (refused, context) ->
            tell(context, refused.getStatus(), String.valueOf(refused.getMessage())));
    javalin.exception(
        SQLException.class,
        (failed, context) -> tell(context, UNAVAILABLE, "PostgreSQL " + Trouble.of(failed)));
    javalin.exception(
        Exception.class,
        (unexpected, context) -> {
          LOG.warn("{} was not answered: {}", context.path(), unexpected.toString());
          LOG.debug("where it came from", unexpected);
          tell(context, OUR_FAULT, "The server failed; see its log");
        });
  }

  /**
   * The answer to a failed request.
   *
   * @param error a sentence that can be shown
   */
  public record Failure(String error) {}

  /** What is thrown at one who tried too often. */
  static HttpResponseException tooMany(Context context, Duration wait, String why) {
    context.header("Retry-After", String.valueOf(wait.toSeconds() + 1));
    return new HttpResponseException(HttpStatus.TOO_MANY_REQUESTS.getCode(), why);
  }

  private static void tell(Context context, int status, String sentence) {
    WebServer.answer(context.status(status), new Failure(sentence));
  }
}
