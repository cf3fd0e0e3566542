package weir.lake.write;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.PaneInfo;

/**
 * Names that no file has had. Beam takes an existing file for the result of an earlier attempt and
 * throws the new one away. But another run puts other rows into the same window and pane, and Spark
 * counts the panes of a window from the start when a late one comes.
 */
final class UniqueNames implements FileIO.Write.FileNaming {
  private static final long serialVersionUID = 1L;

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String folder;

  UniqueNames(String folder) {
    this.folder = folder;
  }

  @Override
  public String getFilename(
      BoundedWindow window, PaneInfo pane, int shards, int shard, Compression compression) {
    Instant start =
        Instant.ofEpochMilli(
            (window instanceof IntervalWindow interval ? interval.start() : window.maxTimestamp())
                .getMillis());
    return String.join(
        "-",
        folder + "/" + FORM.format(start),
        "pane" + pane.getIndex(),
        "shard" + shard,
        UUID.randomUUID() + ".parquet");
  }
}
