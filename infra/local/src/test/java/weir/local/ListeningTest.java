package weir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who could reach what this machine serves. */
class ListeningTest {
  private static final ProcessHandle THIS = ProcessHandle.current();

  @BeforeEach
  void linuxTells() {
    assumeTrue(Listening.isKnown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "::ffff:127.0.0.1"})
  void loopbackIsForThisMachine(String host) throws Exception {
    InetAddress address = InetAddress.getByName(host);
    try (ServerSocket server = new ServerSocket(0, 1, address)) {
      assertThat(Listening.of(THIS))
          .contains(new InetSocketAddress(address, server.getLocalPort()));
      assertThat(Listening.beyondLoopback(THIS)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void anyAddressIsForAll(String host) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      assertThat(Listening.beyondLoopback(THIS))
          .extracting(InetSocketAddress::getPort)
          .containsExactly(server.getLocalPort());
    }
  }

  @Test
  void theServersOfThisModuleAreForThisMachine() {
    try (LocalKafka kafka = LocalKafka.start();
        LocalPostgres postgres = LocalPostgres.start()) {
      assertThat(Listening.of(THIS))
          .extracting(InetSocketAddress::getPort)
          .contains(port(kafka.bootstrapServers()), port(postgres.jdbcUrl()));
      assertThat(Listening.beyondLoopback(THIS)).isEmpty();
    }
  }

  @Test
  void aProcessWhoseParentHasNotHeardOfItsEndListensNowhere() throws Exception {
    // The shell would hear of it; what it turns into does not listen for such news.
    Process parent = new ProcessBuilder("sh", "-c", "sleep 60 & echo $!; exec sleep 60").start();
    ProcessHandle ended = ProcessHandle.of(pid(parent)).orElseThrow();
    try {
      await(parent.toHandle(), "(sleep) ");
      ended.destroyForcibly();
      await(ended, ") Z ");

      assertThat(ended.isAlive()).isTrue();
      assertThat(Listening.of(ended)).isEmpty();
    } finally {
      ended.destroyForcibly();
      parent.destroy();
    }
  }

  private static long pid(Process told) throws IOException {
    try (BufferedReader output = told.inputReader()) {
      return Long.parseLong(output.readLine());
    }
  }

  private static void await(ProcessHandle process, String state) throws Exception {
    Path told = Path.of("/proc", Long.toString(process.pid()), "stat");
    for (int i = 0; i < 1000 && !Files.readString(told).contains(state); i++) {
      Thread.sleep(10);
    }
    assertThat(told).content().contains(state);
  }

  private static int port(String address) {
    return Integer.parseInt(address.replaceFirst(".*:(\\d+).*", "$1"));
  }
}
