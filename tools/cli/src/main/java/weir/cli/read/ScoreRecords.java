package weir.cli.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;
import weir.form.AlertJson;
import weir.score.Scoring;
import weir.topics.TopicReader;
import weir.traffic.LabelJson;

/** Takes records as they stand in topics, for scoring; what is foreign there is counted. */
public final class ScoreRecords {
  private final Scoring scoring = new Scoring();
  private long foreign;

  public void readLabels(Map<String, Object> client, String topic) {
    read(client, topic, this::label);
  }

  public void readLabels(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      lines.forEach(line -> label(line.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException | UncheckedIOException unreadable) {
      throw new UnavailableException(
          file + " cannot be read as lines of UTF-8: " + unreadable.getMessage(), unreadable);
    }
  }

  public void readAlerts(Map<String, Object> client, String topic) {
    read(client, topic, this::alert);
  }

  private static void read(
      Map<String, Object> client, String topic, Consumer<byte @Nullable []> each) {
    try (TopicReader reader = new TopicReader(client, topic)) {
      reader.seekToBeginning();
      reader.readToEnd(record -> each.accept(record.value()));
    }
  }

  private void label(byte @Nullable [] value) {
    try {
      scoring.add(LabelJson.read(required(value)));
    } catch (IOException other) {
      foreign++;
    }
  }

  private void alert(byte @Nullable [] value) {
    try {
      scoring.add(AlertJson.read(required(value)));
    } catch (IOException other) {
      foreign++;
    }
  }

  public Scoring scoring() {
    return scoring;
  }

  public long foreign() {
    return foreign;
  }

  private static byte[] required(byte @Nullable [] value) throws IOException {
    if (value == null) {
      throw new IOException("a record without a value");
    }
    return value;
  }
}
