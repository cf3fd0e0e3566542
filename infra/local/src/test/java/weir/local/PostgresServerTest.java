package weir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class PostgresServerTest {
  @Test
  void aServerBehindEveryWayServesAndEnds(@TempDir Path folder) throws Exception {
    PostgresUser user = PostgresUser.here();
    assumeTrue(user.another(), "only root runs PostgreSQL as another");
    Path programs = PostgresPrograms.unpacked();
    for (List<String> way : PostgresUser.waysToBe(user.uid(), user.gid())) {
      if (Commands.works(List.of("which", way.get(0)))) {
        PostgresUser thatWay = new PostgresUser(user.uid(), user.gid(), true, way);
        try (PostgresFolder data = PostgresFolder.open(Optional.of(folder))) {
          data.prepare(programs, thatWay, "weir");
          int port = Ports.free(0).clients();
          PostgresServer.start(programs, thatWay, data, port).stop();
          assertThat(data.data().resolve("postmaster.pid")).doesNotExist();
          PostgresServer.start(programs, thatWay, data, port).kill();
          assertThat(data.data().resolve("postmaster.pid")).exists();
        }
      }
    }
  }

  @Test
  void aServerThatWasLeftKeepsItsData() throws Exception {
    PostgresUser user = PostgresUser.here();
    Path programs = PostgresPrograms.unpacked();
    try (PostgresFolder data = PostgresFolder.open(Optional.empty())) {
      data.prepare(programs, user, "weir");
      PostgresServer left = PostgresServer.start(programs, user, data, Ports.free(0).clients());
      int another = Ports.free(0).clients();
      assertThatExceptionOfType(PostgresServer.InUseException.class)
          .isThrownBy(() -> PostgresServer.start(programs, user, data, another));
      left.stop();
      left.stop();
    }
  }
}
