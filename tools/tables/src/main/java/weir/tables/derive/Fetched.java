package weir.tables.derive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;
import weir.log.duck.Duck;
import weir.tables.files.LakeFile;
import weir.tables.files.Stores;

/** Files on this machine, where the database can read them. Those that are elsewhere are copied. */
final class Fetched implements AutoCloseable {
  private final List<Path> copies = new ArrayList<>();
  private final List<String> here = new ArrayList<>();

  private Fetched() {}

  static Fetched of(List<LakeFile> files, Configuration hadoop) {
    Fetched fetched = new Fetched();
    try {
      for (LakeFile each : files) {
        fetched.add(each, hadoop);
      }
      return fetched;
    } catch (IOException failed) {
      fetched.close();
      throw new UnavailableException(
          "a file of the lake cannot be read: " + failed.getMessage(), failed);
    }
  }

  private void add(LakeFile file, Configuration hadoop) throws IOException {
    if (Stores.isHere(file.path())) {
      here.add(Stores.here(file.path()));
      return;
    }
    Path copy = Path.of(System.getProperty("java.io.tmpdir"), UUID.randomUUID() + ".parquet");
    copies.add(copy);
    org.apache.hadoop.fs.Path from = new org.apache.hadoop.fs.Path(file.path());
    FileSystem store = from.getFileSystem(hadoop);
    try (var in = store.open(from)) {
      Files.copy(in, copy);
    }
    here.add(copy.toString());
  }

  /** As queries name them; absent if there are none. */
  @Nullable String list() {
    return here.isEmpty()
        ? null
        : here.stream().map(Duck::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public void close() {
    for (Path each : copies) {
      try {
        Files.deleteIfExists(each);
      } catch (IOException ignored) {
        // It is in the folder of temporary files.
      }
    }
  }
}
