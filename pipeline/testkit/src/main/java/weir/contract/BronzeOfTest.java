package weir.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.oracle.NaiveRecords;

/**
 * Writes a log as the bronze of a lake, as unkindly as a lake may be: the rows of an hour lie in
 * several files, in no order, and many of them are there several times.
 */
public final class BronzeOfTest {
  private static final DateTimeFormatter FOLDER =
      DateTimeFormatter.ofPattern("'date='uuuu-MM-dd'/hour='HH", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final int FILES_AN_HOUR = 4;
  private static final int TWICE_IN_PERCENT = 30;

  private final Path lake;
  private final Random random;
  private int files;

  public BronzeOfTest(Path lake, long seed) {
    this.lake = lake;
    this.random = new Random(seed);
  }

  public void write(String topic, List<LogRecord> log) {
    Map<String, List<LogRecord>> parts = new HashMap<>();
    for (LogRecord each : log) {
      LogRecord written = NaiveRecords.written(each);
      put(written, parts);
      if (random.nextInt(100) < TWICE_IN_PERCENT) {
        put(written, parts);
      }
    }
    parts.forEach(
        (part, records) -> {
          List<LogRecord> mixed = new ArrayList<>(records);
          Collections.shuffle(mixed, random);
          writeFile(part.substring(0, part.indexOf('#')), topic, mixed);
        });
  }

  private void put(LogRecord record, Map<String, List<LogRecord>> parts) {
    String hour = FOLDER.format(Instant.ofEpochMilli(record.position().time()));
    parts
        .computeIfAbsent(hour + "#" + random.nextInt(FILES_AN_HOUR), any -> new ArrayList<>())
        .add(record);
  }

  private void writeFile(String hour, String topic, List<LogRecord> records) {
    Path folder = lake.resolve("bronze").resolve(hour);
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      Files.createDirectories(folder);
      statement.execute(
          "create table records (topic varchar, log_partition integer, log_offset bigint,"
              + " millis bigint, key blob, value blob)");
      try (PreparedStatement insert =
          duck.prepareStatement("insert into records values (?, ?, ?, ?, ?, ?)")) {
        for (LogRecord each : records) {
          insert.setString(1, topic);
          insert.setInt(2, each.position().partition());
          insert.setLong(3, each.position().offset());
          insert.setLong(4, each.position().time());
          insert.setBytes(5, bytes(each.key()));
          insert.setBytes(6, bytes(each.value()));
          insert.execute();
        }
      }
      // It was milliseconds once.
      String time =
          random.nextBoolean()
              ? "epoch_ms(millis)::timestamp_ms"
              : "make_timestamptz(millis * 1000)";
      statement.execute(
          "copy (select topic, log_partition, log_offset, "
              + time
              + " as log_time, key, value from records)"
              + " to '"
              + folder.resolve(files++ + ".parquet")
              + "' (format parquet, compression zstd)");
    } catch (SQLException failed) {
      throw new IllegalStateException("bronze cannot be written", failed);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static byte @Nullable [] bytes(@Nullable Payload payload) {
    return payload == null ? null : payload.bytes();
  }
}
