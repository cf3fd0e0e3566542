package weir.cli.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import weir.cli.Weir;
import weir.control.ControlTopic;
import weir.local.LocalKafka;

/** Commands that are typed at a real broker; each test has a control topic of its own. */
@Timeout(120)
public abstract class AtAControlTopic {
  private static LocalKafka kafka;
  protected static Map<String, Object> client = Map.of();

  protected final StringWriter out = new StringWriter();
  protected final StringWriter err = new StringWriter();

  @TempDir protected Path folder = Path.of("target");
  protected ControlTopic control = new ControlTopic(client, "none");

  @BeforeAll
  static void start() {
    kafka = LocalKafka.start();
    client = Map.of("bootstrap.servers", kafka.bootstrapServers());
  }

  @AfterAll
  static void close() {
    kafka.close();
  }

  @BeforeEach
  void makeTopic(TestInfo test) {
    control = new ControlTopic(client, test.getTestMethod().orElseThrow().getName());
    control.ensure(true);
  }

  protected static String servers() {
    return kafka.bootstrapServers();
  }

  /** Runs a command; what it printed stands in {@link #out} and {@link #err}. */
  protected int weir(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine weir = Weir.commandLine();
    weir.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return weir.execute(args);
  }

  /** The same for the control topic of this test. */
  protected int here(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--bootstrapServers=" + servers());
    all.add("--controlTopic=" + control.name());
    return weir(all.toArray(String[]::new));
  }

  /** The same of a command that must succeed. */
  protected void done(String... args) {
    assertThat(here(args)).as(() -> out + "\n" + err).isZero();
  }

  /** A file with this text. */
  protected String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** Where the control topic ends. */
  protected long end() {
    return control.read().end();
  }
}
