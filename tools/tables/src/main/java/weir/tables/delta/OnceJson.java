package weir.tables.delta;

import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultJsonHandler;
import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.defaults.internal.json.JsonUtils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.s3a.RemoteFileChangedException;

/**
 * Writes a commit of Delta so that of several that write the same one exactly one succeeds, also
 * between processes. On local file systems Hadoop looks whether a file exists and then renames
 * another onto it, so that both may think they were first. A hard link either is made or fails. On
 * S3 there is no rename, but a write that fails if the object is there.
 */
final class OnceJson extends DefaultJsonHandler {
  private static final String IF_ABSENT = "fs.option.create.conditional.overwrite";

  private final Configuration hadoop;

  OnceJson(FileIO files, Configuration hadoop) {
    super(files);
    this.hadoop = hadoop;
  }

  @Override
  public void writeJsonFileAtomically(String file, CloseableIterator<Row> rows, boolean overwrite)
      throws IOException {
    URI place = URI.create(file);
    String scheme = place.getScheme() == null ? "file" : place.getScheme();
    if (overwrite) {
      super.writeJsonFileAtomically(file, rows, overwrite);
      return;
    }
    switch (scheme) {
      case "file" -> link(Path.of(place.getPath()), rows);
      case "s3", "s3a" -> put(new org.apache.hadoop.fs.Path(place), rows);
      default -> super.writeJsonFileAtomically(file, rows, overwrite);
    }
  }

  private static void link(Path target, CloseableIterator<Row> rows) throws IOException {
    Path written = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      Files.write(written, bytes(rows));
      Files.createLink(target, written);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private void put(org.apache.hadoop.fs.Path target, CloseableIterator<Row> rows)
      throws IOException {
    FileSystem store = target.getFileSystem(hadoop);
    FSDataOutputStreamBuilder<?, ?> once = store.createFile(target).overwrite(false);
    once.must(IF_ABSENT, true);
    byte[] whole = bytes(rows);
    try (OutputStream out = once.build()) {
      out.write(whole);
    } catch (RemoteFileChangedException | org.apache.hadoop.fs.FileAlreadyExistsException another) {
      FileAlreadyExistsException exists = new FileAlreadyExistsException(target.toString());
      exists.initCause(another);
      throw exists;
    }
  }

  /** All of it before the file is opened: to close it makes it an entry, whatever is in it. */
  private static byte[] bytes(CloseableIterator<Row> rows) throws IOException {
    StringBuilder lines = new StringBuilder();
    try (rows) {
      while (rows.hasNext()) {
        lines.append(JsonUtils.rowToJson(rows.next())).append('\n');
      }
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
