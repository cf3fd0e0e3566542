package weir.tables.delta;

import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultJsonHandler;
import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.defaults.internal.json.JsonUtils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Writes a commit of Delta so that of several that write the same one exactly one succeeds, also
 * between processes. On local file systems Hadoop looks whether a file exists and then renames
 * another onto it, so that both may think they were first. A hard link either is made or fails.
 */
final class OnceJson extends DefaultJsonHandler {

  OnceJson(FileIO files) {
    super(files);
  }

  @Override
  public void writeJsonFileAtomically(String file, CloseableIterator<Row> rows, boolean overwrite)
      throws IOException {
    URI place = URI.create(file);
    if (overwrite || !isLocal(place)) {
      super.writeJsonFileAtomically(file, rows, overwrite);
      return;
    }
    Path target = Path.of(place.getPath());
    Path written = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      write(written, rows);
      Files.createLink(target, written);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static boolean isLocal(URI place) {
    return place.getScheme() == null || place.getScheme().equals("file");
  }

  private static void write(Path file, CloseableIterator<Row> rows) throws IOException {
    try (rows;
        BufferedWriter out = Files.newBufferedWriter(file)) {
      while (rows.hasNext()) {
        out.write(JsonUtils.rowToJson(rows.next()));
        out.write('\n');
      }
    }
  }
}
