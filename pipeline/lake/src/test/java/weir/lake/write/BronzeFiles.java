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
import weir.model.LogRecord;

/** Writes records to files of bronze, as they were cut by somebody. */
public final class BronzeFiles {
  private BronzeFiles() {}

  /** A file in each hour of which there are records. */
  public static void write(Path bronze, String topic, List<LogRecord> records) throws IOException {
    RecordLayer layer = new RecordLayer(topic);
    Map<Long, List<LogRecord>> hours =
        records.stream()
            .collect(Collectors.groupingBy(each -> HourFolder.hourOf(layer.time(each))));
    for (Map.Entry<Long, List<LogRecord>> hour : hours.entrySet()) {
      Path folder = Files.createDirectories(bronze.resolve(HourFolder.of(hour.getKey())));
      RowWriter row = new RowWriter(layer.columns());
      hour.getValue().forEach(each -> layer.write(each, row));
      try (FileChannel channel =
          FileChannel.open(
              folder.resolve(UUID.randomUUID() + ".parquet"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        RowsFile file = new RowsFile(new ChannelFile(channel), layer.columns());
        file.write(row.take());
        file.end();
      }
    }
  }
}
