package weir.lake.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;
import weir.layer.HourFolder;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/** Writes records to files of bronze, as they were cut by somebody. */
public final class BronzeFiles {
  /** As files were once: times in milliseconds, and columns without ids. */
  private static final MessageType OLD =
      MessageTypeParser.parseMessageType(
          """
          message record {
            required binary topic (STRING);
            required int32 log_partition;
            required int64 log_offset;
            required int64 log_time (TIMESTAMP(MILLIS, true));
            optional binary key;
            optional binary value;
          }
          """);

  private BronzeFiles() {}

  /** A file as the first versions wrote it. */
  public static void writeOld(Path bronze, String topic, List<LogRecord> records)
      throws IOException {
    for (Map.Entry<Long, List<LogRecord>> hour : byHour(topic, records).entrySet()) {
      try (ParquetWriter<Group> file =
          ExampleParquetWriter.builder(new LocalOutputFile(newFile(bronze, hour.getKey())))
              .withType(OLD)
              .withCompressionCodec(CompressionCodecName.ZSTD)
              .build()) {
        for (LogRecord each : hour.getValue()) {
          file.write(old(topic, each));
        }
      }
    }
  }

  private static Group old(String topic, LogRecord record) {
    LogPosition position = record.position();
    Group row =
        new SimpleGroup(OLD)
            .append("topic", topic)
            .append("log_partition", position.partition())
            .append("log_offset", position.offset())
            .append("log_time", position.writtenTime());
    add(row, "key", record.key());
    add(row, "value", record.value());
    return row;
  }

  private static void add(Group row, String column, @Nullable Payload payload) {
    if (payload != null) {
      row.add(column, Binary.fromConstantByteArray(payload.bytes()));
    }
  }

  private static Map<Long, List<LogRecord>> byHour(String topic, List<LogRecord> records) {
    RecordLayer layer = new RecordLayer(topic);
    return records.stream()
        .collect(Collectors.groupingBy(each -> HourFolder.hourOf(layer.time(each))));
  }

  private static Path newFile(Path bronze, long hour) throws IOException {
    Path folder = Files.createDirectories(bronze.resolve(HourFolder.of(hour)));
    return folder.resolve(UUID.randomUUID() + ".parquet");
  }

  /** A file in each hour of which there are records. */
  public static void write(Path bronze, String topic, List<LogRecord> records) throws IOException {
    RecordLayer layer = new RecordLayer(topic);
    for (Map.Entry<Long, List<LogRecord>> hour : byHour(topic, records).entrySet()) {
      RowWriter row = new RowWriter(layer.columns());
      hour.getValue().forEach(each -> layer.write(each, row));
      try (FileChannel channel =
          FileChannel.open(
              newFile(bronze, hour.getKey()),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        RowsFile file = new RowsFile(new ChannelFile(channel), layer.columns());
        file.write(row.take());
        file.end();
      }
    }
  }
}
