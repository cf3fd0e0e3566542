package weir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weir.failure.UnavailableException;

class PortsTest {
  private ServerSocket occupied;
  private int taken;

  @BeforeEach
  void occupy() throws IOException {
    occupied = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    taken = occupied.getLocalPort();
  }

  @AfterEach
  void leave() throws IOException {
    occupied.close();
  }

  @Test
  void aPortInUseIsSaid() {
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> LocalKafka.start(LocalKafkaSettings.defaults().withPort(taken)))
        .withMessage("port %d on 127.0.0.1 is in use", taken);
  }

  @Test
  void aNumberThatIsNoPortIsSaid() {
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> LocalKafka.start(70_000, Optional.empty()))
        .withMessage("port 70000 is not between 0 and 65535");
  }

  @Test
  void whenAControllersPortWasJustTakenItGetsAnother() throws Exception {
    RunningThreads before = RunningThreads.now();
    DataFolder folder = DataFolder.open(Optional.empty());
    // Kafka halts the process here, if it may.
    try (LocalKafka kafka =
        LocalKafka.startIn(
            folder, new Ports(Ports.free(0).clients(), taken), LocalKafkaSettings.defaults())) {
      Topics.usual(1, true).create(kafka.bootstrapServers());
    }
    before.awaitNoMore();
  }

  @Test
  void whenTheWantedPortWasJustTakenThatIsSaidAndNothingRuns() throws Exception {
    RunningThreads before = RunningThreads.now();
    try (DataFolder folder = DataFolder.open(Optional.empty())) {
      Ports stale = new Ports(taken, Ports.free(0).controller());
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(
              () ->
                  LocalKafka.startIn(folder, stale, LocalKafkaSettings.defaults().withPort(taken)))
          .withMessage("port %d on 127.0.0.1 is in use", taken);
    }
    before.awaitNoMore();
  }

  @Test
  void theTwoPortsDiffer() {
    Ports ports = Ports.free(0);
    assertThat(ports.clients()).isPositive().isNotEqualTo(ports.controller());
  }
}
