package weir.dashboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Somebody who listens to the server's events, line by line. */
public final class Events implements AutoCloseable {
  private final BufferedReader lines;

  private Events(InputStream body) {
    lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /** Listens as one who had this event last, or as a newcomer. */
  public static Events of(String address, String... lastEventId)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(address);
    for (String last : lastEventId) {
      request.header("Last-Event-ID", last);
    }
    return of(request);
  }

  /** Listens as one who has signed in. */
  static Events as(String address, String cookie) throws IOException, InterruptedException {
    return of(request(address).header("Cookie", cookie));
  }

  /** Listens as a program with a token. */
  static Events by(String address, String token) throws IOException, InterruptedException {
    return of(request(address).header("Authorization", "Bearer " + token));
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address).resolve("/api/events"))
        .header("Accept", "text/event-stream");
  }

  private static Events of(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      answer.body().close();
      throw new IOException("refused with " + answer.statusCode());
    }
    return new Events(answer.body());
  }

  String next() throws IOException {
    String line = lines.readLine();
    return line == null ? "the stream ended" : line;
  }

  /** Reads on to the next line with this in it. */
  public String next(String part) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.contains(part)) {
      line = lines.readLine();
    }
    return line == null ? "the stream ended" : line;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
