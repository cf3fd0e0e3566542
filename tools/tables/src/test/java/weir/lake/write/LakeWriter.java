package weir.lake.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import weir.fields.DeclaredField;
import weir.layer.HourFolder;
import weir.model.Alert;
import weir.model.LogRecord;
import weir.model.Verdict;

/** Writes files of a lake by the job's own writer, and finishes them as Beam does. */
public final class LakeWriter {
  private final Path lake;

  public LakeWriter(Path lake) {
    this.lake = lake;
  }

  /** A file of each hour. */
  public List<Path> verdicts(List<Verdict> some) throws IOException {
    return verdicts(some, List.of());
  }

  /** The same by a job whose charter declares fields. */
  public List<Path> verdicts(List<Verdict> some, List<DeclaredField> declared) throws IOException {
    return write(new TransactionLayer(declared), some);
  }

  public List<Path> alerts(List<Alert> some) throws IOException {
    return write(new AlertLayer("a test"), some);
  }

  public List<Path> records(String topic, List<LogRecord> some) throws IOException {
    return write(new RecordLayer(topic), some);
  }

  private <T> List<Path> write(Layer<T> layer, List<T> some) throws IOException {
    Map<Long, List<T>> hours =
        some.stream()
            .collect(
                Collectors.groupingBy(
                    each -> HourFolder.hourOf(layer.time(each)),
                    TreeMap::new,
                    Collectors.toList()));
    List<Path> files = new ArrayList<>();
    for (Map.Entry<Long, List<T>> hour : hours.entrySet()) {
      Path folder = lake.resolve(layer.folder()).resolve(HourFolder.of(hour.getKey()));
      files.add(file(layer, hour.getValue(), Files.createDirectories(folder)));
    }
    return files;
  }

  private <T> Path file(Layer<T> layer, List<T> rows, Path folder) throws IOException {
    String name = UUID.randomUUID() + ".parquet";
    Path unfinished = Files.createDirectories(lake.resolve(LakeSettings.UNFINISHED)).resolve(name);
    RowWriter row = new RowWriter(layer.columns());
    rows.forEach(each -> layer.write(each, row));
    try (FileChannel channel =
        FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      RowsFile file = new RowsFile(new ChannelFile(channel), layer.columns());
      file.write(row.take());
      file.end();
    }
    return Files.move(unfinished, folder.resolve(name));
  }
}
