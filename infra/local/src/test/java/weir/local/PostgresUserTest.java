package weir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.failure.UnavailableException;

class PostgresUserTest {
  @Test
  void everyWayToBeAnotherRunsACommandAsItIs() throws Exception {
    PostgresUser user = PostgresUser.here();
    assumeTrue(user.another(), "only root runs PostgreSQL as another");
    for (List<String> way : PostgresUser.waysToBe(user.uid(), user.gid())) {
      if (Commands.works(List.of("which", way.get(0)))) {
        List<String> command = new ArrayList<>(way);
        command.addAll(List.of("sh", "-c", "echo $(id -u) $(id -g) \"$1\"", "-c", "a  'b' $HOME"));
        assertThat(Commands.run(command).output())
            .isEqualTo("%d %d a  'b' $HOME", user.uid(), user.gid());
      }
    }
  }

  @Test
  void aFolderOutOfReachIsSaid(@TempDir Path folder) throws Exception {
    assumeTrue(PostgresUser.here().another(), "only root runs PostgreSQL as another");
    Path within = Files.createDirectory(folder.resolve("within"));
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> LocalPostgres.start(0, Optional.of(within)))
        .withMessageContaining(within.toRealPath() + " cannot be reached by the user nobody");
  }
}
