package weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import weir.launch.Threads;
import weir.local.LocalKafka;
import weir.local.Topics;

/** What somebody hears who looks at alerts while their broker goes away and comes back. */
@Tag("slow")
@Timeout(120)
class AlertsCommandTest {
  private final StringWriter err = new StringWriter();
  private final CountDownLatch following = new CountDownLatch(1);

  @Test
  void aBrokerThatGoesAwayAndComesBackIsTold(@TempDir Path data) throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    LocalKafka kafka = LocalKafka.start(0, Optional.of(data));
    String servers = kafka.bootstrapServers();
    Topics.usual(1, true).create(Map.of("bootstrap.servers", servers));
    Thread command = new Thread(() -> run(servers, closed), "alerts");
    command.start();
    try {
      following.await();
      kafka.close();
      await("weir: No Kafka broker answers at " + servers + "; waiting for it");
      int port = Integer.parseInt(servers.replaceFirst(".*:", ""));
      try (LocalKafka again = LocalKafka.start(port, Optional.of(data))) {
        await("weir: it is back");
      }
    } finally {
      closed.set(true);
      Threads.join(command, Duration.ofSeconds(30));
    }
    assertThat(err.toString().lines().filter("weir: it is back"::equals)).hasSize(1);
  }

  private void run(String servers, AtomicBoolean closed) {
    CommandLine weir = Weir.commandLine();
    weir.setOut(new ClosedPipe(closed)).setErr(new PrintWriter(err, true));
    weir.execute("alerts", "--bootstrap-servers=" + servers);
  }

  private void await(String line) {
    while (err.toString().lines().noneMatch(line::equals)) {
      assertThat(Threads.sleep(Duration.ofMillis(50))).as("time for " + line).isTrue();
    }
  }

  /** Where alerts go until somebody closes it, which ends the command. */
  private final class ClosedPipe extends PrintWriter {
    private final AtomicBoolean closed;

    ClosedPipe(AtomicBoolean closed) {
      super(new StringWriter());
      this.closed = closed;
    }

    @Override
    public boolean checkError() {
      following.countDown();
      return closed.get();
    }
  }
}
