package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as ./weir starts it: its codes, and what it leaves on the screen. */
@Timeout(180)
class ProgramTest {
  @Test
  void misuseEndsWithTwoAndOneSentence() throws Exception {
    Program program = Program.run(List.of("--prot=1"));

    assertThat(program.status()).isEqualTo(2);
    assertThat(program.screen())
        .containsExactly(
            "weir: Unknown option '--prot'. Did you mean '--port'?",
            "Try: ./weir dashboard --help");
  }

  @Test
  void aPortInUseEndsWithOneAndOneSentence() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Program program = Program.run(List.of("--port=" + other.getLocalPort()));

      assertThat(program.status()).isEqualTo(1);
      assertThat(program.screen())
          .containsExactly(
              "weir: Port "
                  + other.getLocalPort()
                  + " on 127.0.0.1 is in use: choose another with --port");
    }
  }

  /** Browsers that leave, and programs that ask nonsense, are no news to whoever started it. */
  @Test
  void nothingThatVisitorsDoIsWrittenToTheScreen(@TempDir Path folder) throws Exception {
    Path screen = folder.resolve("screen");
    Process server =
        Program.of(List.of("--port=0", "--bootstrapServers=no-such-host.invalid:9092"))
            .redirectOutput(screen.toFile())
            .start();
    try {
      Waiting.until("it is up", () -> Files.readString(screen).contains("Live page: "));
      String address = Files.readString(screen).replaceFirst("(?s).*Live page: (\\S+).*", "$1");
      int port = URI.create(address).getPort();
      List<String> requests =
          new ArrayList<>(List.of("\0\0\0", "GET\r\n\r\n", "\r\n", "GET / HTTP/9.9\r\n\r\n"));
      for (String method : List.of("GET", "HEAD", "POST", "PUT", "BREW")) {
        for (String path :
            List.of(
                "/", "/api/events", "/api/alert?id=%ff", "/api/alerts?%", "/no", "*", "/metrics")) {
          requests.add(
              method
                  + " "
                  + path
                  + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n");
        }
      }
      requests.add("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\nx");
      requests.add("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(100_000));
      requests.add("GET / HTTP/1.1\r\nHost: [::\r\n\r\n");
      for (int i = 0; i < 3; i++) {
        for (String request : requests) {
          ask(port, request, i);
        }
      }
      try (Events events = Events.of(address)) {
        assertThat(events.next("event: ")).isEqualTo("event: state");
        // Those who left are noticed when something is sent to them.
        for (int i = 0; i < 3; i++) {
          events.next("event: tick");
        }
      }
      assertThat(Files.readAllLines(screen)).containsExactly("Live page: " + address);
      assertThat(server.isAlive()).isTrue();
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  /** Leaves at once, after the first byte of an answer, or when the sender is done. */
  private static void ask(int port, String request, int patience) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoLinger(patience == 0, 0);
      socket.setSoTimeout(2000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      if (patience == 1) {
        socket.getInputStream().read();
      } else if (patience == 2) {
        socket.shutdownOutput();
        socket.getInputStream().readNBytes(200);
      }
    } catch (SocketException | SocketTimeoutException refused) {
      assertThat(refused).isNotNull();
    }
  }

  @Test
  void helpListsTheOptions() throws Exception {
    Program program = Program.run(List.of("--help"));

    assertThat(program.status()).isZero();
    assertThat(String.join("\n", program.screen()))
        .contains("--bind=ADDRESS", "127.0.0.1", "--jdbcPasswordFile=FILE");
  }
}
