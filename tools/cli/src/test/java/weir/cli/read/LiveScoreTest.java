package weir.cli.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import weir.cli.Weir;
import weir.local.LocalPostgres;

/** What somebody hears whose database is not there, or not the right one. */
@Timeout(120)
class LiveScoreTest {
  private final StringWriter err = new StringWriter();

  private int score(String... options) {
    CommandLine weir = Weir.commandLine();
    weir.setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(err, true));
    String[] line = new String[options.length + 2];
    line[0] = "score";
    line[1] = "--live";
    System.arraycopy(options, 0, line, 2, options.length);
    return weir.execute(line);
  }

  @Test
  void aDatabaseThatIsAwayIsNamed() {
    assertThat(score("--jdbcUrl=jdbc:postgresql://127.0.0.1:1/weir")).isEqualTo(1);
    assertThat(err.toString())
        .contains("the database at jdbc:postgresql://127.0.0.1:1/weir cannot be asked: ");
  }

  @Test
  void whatIsNoDatabaseIsMisuse() {
    assertThat(score("--jdbcUrl=mysql://here")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--jdbcUrl: found 'mysql://here', expected jdbc:postgresql:");
  }

  @Test
  void labelsComeFromOnePlace(@TempDir Path folder) throws Exception {
    Path labels = Files.createFile(folder.resolve("labels"));
    assertThat(score("--labels-from=" + labels)).isEqualTo(2);
    assertThat(err.toString()).contains("leave out --labels-from");
  }

  @Test
  @Tag("slow")
  void aDatabaseWithoutLabelsIsSaidToBeOne() {
    try (LocalPostgres postgres = LocalPostgres.start()) {
      assertThat(score("--jdbcUrl=" + postgres.jdbcUrl(), "--jdbcUser=" + postgres.user()))
          .isEqualTo(1);
    }
    assertThat(err.toString()).contains("has no labels: no job of this version writes there");
  }
}
