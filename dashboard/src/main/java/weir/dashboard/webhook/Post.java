package weir.dashboard.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Sends one message once, and says what came of it. The address stands in nothing that it says. */
final class Post {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int TOO_MANY = 429;
  private static final int SERVERS_FAULT = 500;
  private static final JsonMapper MAPPER = new JsonMapper();

  /** The form that Slack, and those who follow it, take. */
  private record Body(String text) {}

  /**
   * What came of it.
   *
   * @param trouble absent if the message was taken
   * @param again whether another attempt may succeed
   * @param pause how long the server wants to be left alone; absent if it did not say
   */
  record Outcome(@Nullable String trouble, boolean again, @Nullable Duration pause) {
    static final Outcome SENT = new Outcome(null, false, null);

    boolean isSent() {
      return trouble == null;
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final URI address;
  private final Duration patience;

  Post(URI address) {
    this(address, PATIENCE);
  }

  Post(URI address, Duration patience) {
    this.address = address;
    this.patience = patience;
  }

  Outcome send(String text) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(json(text)))
            .build();
    try {
      return outcome(http.send(request, HttpResponse.BodyHandlers.discarding()));
    } catch (IOException away) {
      // Its message may have the address.
      return new Outcome("does not answer (" + away.getClass().getSimpleName() + ")", true, null);
    }
  }

  private static Outcome outcome(HttpResponse<Void> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return Outcome.SENT;
    }
    boolean again = status == TOO_MANY || status >= SERVERS_FAULT;
    return new Outcome(
        "answers with the status " + status,
        again,
        answer.headers().firstValue("Retry-After").map(Post::pause).orElse(null));
  }

  /** Seconds or a moment; no server stops the messages for longer than some minutes. */
  static @Nullable Duration pause(String told) {
    Duration pause;
    try {
      pause =
          told.strip().matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(told.strip()))
              : Duration.between(
                  ZonedDateTime.now(ZoneOffset.UTC),
                  ZonedDateTime.parse(told.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeException foreign) {
      return null;
    }
    if (pause.isNegative()) {
      return Duration.ZERO;
    }
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static String json(String text) {
    try {
      return MAPPER.writeValueAsString(new Body(text));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("a message has no JSON form", impossible);
    }
  }
}
