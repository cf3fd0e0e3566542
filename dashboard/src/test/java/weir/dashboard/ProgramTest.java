package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The program as ./weir starts it: its codes, and what it leaves on the screen. */
@Timeout(60)
class ProgramTest {
  @Test
  void misuseEndsWithTwoAndOneSentence() throws Exception {
    Program program = Program.run(List.of("--prot=1"));

    assertThat(program.status()).isEqualTo(2);
    assertThat(program.screen())
        .containsExactly("weir: Unknown option --prot. Did you mean --port?");
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

  @Test
  void helpListsTheOptions() throws Exception {
    Program program = Program.run(List.of("--help"));

    assertThat(program.status()).isZero();
    assertThat(program.screen()).contains("  --bind=127.0.0.1", "  --jdbcPasswordFile=");
  }
}
