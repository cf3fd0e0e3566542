package weir.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody who asks a page as its scripts do, with a cookie and a token once signed in. */
public final class Person {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  @Nullable String cookie;
  @Nullable String token;

  /** By which a program asks. */
  @Nullable String bearer;

  public Person(String address) {
    this.address = address;
  }

  HttpResponse<String> signIn(String name, String password) throws Exception {
    return enter("{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
  }

  HttpResponse<String> signInBy(String link) throws Exception {
    return enter("{\"link\":\"" + link.replaceFirst(".*#link=", "") + "\"}");
  }

  private HttpResponse<String> enter(String body) throws Exception {
    HttpResponse<String> answer = post("/api/sign-in", body);
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.replaceFirst(";.*", ""));
    Matcher told = TOKEN.matcher(answer.body());
    if (told.find()) {
      token = told.group(1);
    }
    return answer;
  }

  HttpResponse<String> get(String path) throws Exception {
    return ask("GET", path, null);
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    return ask("POST", path, body, headers);
  }

  /** Decides, and asks again until it is done: a machine under load takes its time. */
  HttpResponse<String> decide(String wish) throws Exception {
    String again = wish.replaceFirst("\\{", "{\"id\":\"" + UUID.randomUUID() + "\",");
    HttpResponse<String> answer = post("/api/decisions", again);
    for (int i = 0; i < 20 && answer.statusCode() == 202; i++) {
      answer = post("/api/decisions", again);
    }
    return answer;
  }

  HttpResponse<String> ask(String method, String path, @Nullable String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher sent =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address).resolve(path)).method(method, sent);
    List<String> all = new ArrayList<>(List.of(headers));
    if (body != null && !all.contains("Content-Type")) {
      all.addAll(List.of("Content-Type", "application/json"));
    }
    if (cookie != null) {
      all.addAll(List.of("Cookie", cookie));
    }
    if (token != null && !all.contains("X-Weir-Token")) {
      all.addAll(List.of("X-Weir-Token", token));
    }
    if (bearer != null) {
      all.addAll(List.of("Authorization", "Bearer " + bearer));
    }
    if (!all.isEmpty()) {
      request.headers(all.toArray(new String[0]));
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
