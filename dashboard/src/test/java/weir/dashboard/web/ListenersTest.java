package weir.dashboard.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weir.dashboard.Deaf;
import weir.dashboard.Events;
import weir.dashboard.Waiting;
import weir.dashboard.live.Live;

/** Many who listen, and some who only seem to. */
@Timeout(180)
class ListenersTest {
  private static final int CROWD = 60;
  private static final int FREE = 3;
  private static final String LONG = "x".repeat(100_000);

  private final Live live = Live.of(false, false);
  private final Pulse pulse = new Pulse(live);
  private final Hub hub = pulse.hub();
  private final WebServer server = BareServer.over(live, pulse);
  private final String address = "http://127.0.0.1:" + server.port() + "/";

  @AfterEach
  void stop() {
    server.close();
    pulse.close();
  }

  @Test
  void oneWhoDoesNotReadIsCutOffAndHoldsNobodyUp() throws Exception {
    try (Socket deaf = Deaf.at(server.port());
        Events events = Events.of(address)) {
      Waiting.until("both listen", () -> hub.listeners() == 2);
      for (int i = 1; hub.dropped() == 0; i++) {
        hub.publish("number", i + "-" + LONG);
        assertThat(events.next("data: ")).startsWith("data: " + (i == 1 ? "{" : i - 1 + "-"));
      }

      assertThat(hub.listeners()).isEqualTo(1);
      Waiting.until("its thread ended", () -> listenerThreads() == 1);
      assertThat(isClosedByTheServer(deaf)).isTrue();
    }
  }

  @Test
  void whatWaitsForOneWhoDoesNotReadHasABound() throws Exception {
    try (Socket deaf = Deaf.at(server.port())) {
      Waiting.until("it listens", () -> hub.listeners() == 1);
      long characters = 0;
      while (hub.dropped() == 0) {
        // Strings of their own, as those of alerts are.
        hub.publish("number", LONG + characters);
        characters += LONG.length();
        assertThat(characters).as("what the server took").isLessThan(16 << 20);
      }
      assertThat(deaf.isConnected()).isTrue();
    }
  }

  @Test
  void beyondTheLimitNobodyIsLetInUntilSomebodyLeaves() throws Exception {
    List<Events> all = new ArrayList<>();
    try {
      for (int i = 0; i < Hub.MOST_LISTENERS; i++) {
        all.add(Events.of(address));
      }
      Waiting.until("all listen", () -> hub.listeners() == Hub.MOST_LISTENERS);
      assertThatThrownBy(() -> Events.of(address)).hasMessage("refused with 503");

      all.remove(0).close();
      Waiting.until(
          "its leaving is noticed",
          () -> {
            hub.publish("number", "1");
            return hub.listeners() < Hub.MOST_LISTENERS;
          });
      all.add(Events.of(address));
      assertThat(all.get(all.size() - 1).next("event: ")).isEqualTo("event: state");
    } finally {
      for (Events each : all) {
        each.close();
      }
    }
  }

  @Test
  void howeverManyComeAtOnceEachIsServedOrRefused() throws Exception {
    List<Events> before = new ArrayList<>();
    try {
      for (int i = 0; i < Hub.MOST_LISTENERS - FREE; i++) {
        before.add(Events.of(address));
      }
      Waiting.until("they listen", () -> hub.listeners() == Hub.MOST_LISTENERS - FREE);

      List<String> answers = Crowd.ask(server.port(), CROWD);
      assertThat(answers).filteredOn(answer -> answer.equals("event: state")).hasSize(FREE);
      assertThat(answers)
          .filteredOn(answer -> !answer.equals("event: state"))
          .hasSize(CROWD - FREE)
          .containsOnly("HTTP/1.1 503 Service Unavailable");
    } finally {
      for (Events each : before) {
        each.close();
      }
    }
  }

  @Test
  void aRefusalSaysWhyAndAPageCanAskForRoom() throws Exception {
    assertThat(get("/api/room", "*/*").body()).isEqualTo("{\"listeners\":0,\"most\":100}");
    HttpResponse<String> odd = get("/api/events", "application/json");
    assertThat(odd.statusCode()).isEqualTo(406);
    assertThat(odd.body())
        .isEqualTo("{\"error\":\"Ask with the header Accept: text/event-stream\"}");
  }

  @Test
  void manyConnectionsThatSayNothingKeepNobodyOut() throws Exception {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 500; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        silent.add(socket);
        if (i % 2 == 0) {
          socket.getOutputStream().write("GET /healthz HTTP/1.1\r\nHost: ".getBytes(US_ASCII));
        }
      }
      assertThat(get("/api/room", "*/*").statusCode()).isEqualTo(200);
      try (Events events = Events.of(address)) {
        assertThat(events.next("event: ")).isEqualTo("event: state");
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  private HttpResponse<String> get(String path, String accept) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address).resolve(path))
                .header("Accept", accept)
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static long listenerThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("listener"))
        .count();
  }

  /** After what lay in the buffers there comes an end, of whatever kind. */
  private static boolean isClosedByTheServer(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    InputStream in = socket.getInputStream();
    try {
      return in.transferTo(OutputStream.nullOutputStream()) >= 0;
    } catch (SocketException reset) {
      return true;
    }
  }
}
