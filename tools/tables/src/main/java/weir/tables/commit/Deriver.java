package weir.tables.commit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;
import weir.layer.HourFolder;
import weir.tables.commit.Committer.Done;
import weir.tables.files.FactsReader;
import weir.tables.files.FileFacts;
import weir.tables.files.LakeFile;
import weir.tables.files.Shape;

/**
 * Keeps the hours of a table as what they are made of says. It remembers nothing: an hour whose
 * file has another name than it would get now is made again. So it never matters for what a reader
 * finds whether an hour was settled, only for how often it is written.
 */
public final class Deriver {
  /**
   * How many hours are swapped in one commit. To know what is there, and to commit, takes a look at
   * all hours of the table.
   */
  private static final int AT_ONCE = 24;

  private static final Pattern NAME = Pattern.compile("([0-9a-f]{32})~[0-9a-f-]{36}\\.parquet$");

  private final HourTable table;
  private final Shape shape;
  private final Configuration hadoop;

  /** For a table of some shape. */
  public Deriver(HourTable table, Shape shape, Configuration hadoop) {
    this.table = table;
    this.shape = shape;
    this.hadoop = hadoop;
  }

  /**
   * Makes what is settled and not made yet.
   *
   * @param hours all that are settled
   * @param pending how many others there are
   */
  public Done commit(List<? extends Hour> hours, int pending) {
    SortedMap<Long, String> known = table.known();
    List<Hour> missing = new ArrayList<>();
    hours.stream().filter(each -> !isDone(each, known.get(each.hour()))).forEach(missing::add);
    int made = 0;
    long rows = 0;
    for (int from = 0; from < missing.size(); from += AT_ONCE) {
      List<FileFacts> swapped =
          make(missing.subList(from, Math.min(from + AT_ONCE, missing.size())));
      made += swapped.size();
      rows += swapped.stream().mapToLong(each -> each.metrics().recordCount()).sum();
    }
    return new Done(
        table.name(),
        made,
        rows,
        made == 0 ? known.size() : table.known().size(),
        pending,
        List.of());
  }

  /** Lets the table forget what it was longer ago than that. */
  public void expire(Duration keep, long now) {
    table.expire(keep, now);
  }

  private static boolean isDone(Hour hour, @Nullable String path) {
    if (path == null) {
      return false;
    }
    Matcher name = NAME.matcher(path);
    return name.find() && name.group(1).equals(hour.source());
  }

  /** Makes some hours in one commit. Nothing is added if somebody else was faster. */
  private List<FileFacts> make(List<Hour> hours) {
    SortedMap<Long, String> known = table.known();
    List<String> written = new ArrayList<>();
    try {
      for (Hour each : hours) {
        if (!isDone(each, known.get(each.hour()))) {
          written.add(write(each));
        }
      }
      List<FileFacts> facts = facts(written);
      if (written.isEmpty() || table.swap(facts)) {
        return facts;
      }
      // After any failure the table may have them: what it does not have expires.
      for (String each : written) {
        Path path = new Path(each);
        path.getFileSystem(hadoop).delete(path, /* recursive= */ false);
      }
      return List.of();
    } catch (IOException | SQLException failed) {
      throw new UnavailableException(
          table.name() + ": an hour cannot be made: " + failed.getMessage(), failed);
    }
  }

  /** Writes an hour among the files of the table, and tells where. */
  private String write(Hour hour) throws IOException, SQLException {
    String to =
        String.join(
            "/",
            table.folder(),
            HourFolder.of(hour.hour()),
            hour.source() + "~" + UUID.randomUUID() + ".parquet");
    java.nio.file.Path here = Files.createTempFile("weir-hour", ".parquet");
    try {
      hour.write(here);
      Path path = new Path(to);
      try (OutputStream out = path.getFileSystem(hadoop).create(path, /* overwrite= */ false)) {
        Files.copy(here, out);
      }
    } finally {
      Files.deleteIfExists(here);
    }
    return to;
  }

  private List<FileFacts> facts(List<String> paths) throws IOException {
    FactsReader reader = new FactsReader(shape, hadoop);
    List<LakeFile> files = new ArrayList<>();
    for (String each : paths) {
      files.add(LakeFile.at(each, hadoop));
    }
    List<FileFacts> facts = reader.read(files);
    if (facts.size() < files.size()) {
      throw new IOException(
          "a file is not as it was written: "
              + files.stream().map(reader::refused).filter(each -> each != null).toList());
    }
    return facts;
  }
}
