package weir.bench.ladder.latency;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import weir.failure.UnavailableException;
import weir.launch.ChildJvm;

/** A conversation, line by line, with a JVM that helps with the measurement. */
final class Conversation implements AutoCloseable {
  private final ChildJvm partner;
  private final BufferedReader output;
  private final BufferedWriter input;

  Conversation(ChildJvm partner) {
    this.partner = partner;
    this.output = partner.reader();
    this.input = partner.writer();
  }

  /** Whether the partner has begun to answer, or has ended. */
  boolean hasSpoken() {
    try {
      return output.ready() || !partner.isAlive();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Waits for the partner's next line. */
  String hear() {
    try {
      String line = output.readLine();
      if (line == null) {
        throw new UnavailableException(partner.name() + " ended, see " + partner.log());
      }
      return line;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void tell(String line) {
    try {
      input.write(line);
      input.newLine();
      input.flush();
    } catch (IOException failed) {
      throw new UnavailableException(partner.name() + " does not listen", failed);
    }
  }

  @Override
  public void close() {
    partner.close();
  }
}
