package weir.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** A tarball that says nothing of who made it, when and where: the same files, the same bytes. */
final class Tarball {
  /** The time that Maven gives to what it builds, too: project.build.outputTimestamp. */
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  private static final int FILE = 0100644;
  private static final int PROGRAM = 0100755;

  private Tarball() {}

  /** Writes a layout below one folder. */
  static void write(Layout layout, String folder, Path tarball) throws IOException {
    GzipParameters gzip = new GzipParameters();
    // Most of it are jars, which are compressed already.
    gzip.setCompressionLevel(Deflater.BEST_SPEED);
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(tarball));
        OutputStream packed = new GzipCompressorOutputStream(file, gzip);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(packed, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, Layout.Entry> each : layout.entries().entrySet()) {
        tar.putArchiveEntry(entry(folder + "/" + each.getKey(), each.getValue()));
        try (InputStream content = each.getValue().open()) {
          content.transferTo(tar);
        }
        tar.closeArchiveEntry();
      }
    }
  }

  private static TarArchiveEntry entry(String name, Layout.Entry content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(content.size());
    entry.setModTime(Date.from(TIME));
    entry.setMode(content.isProgram() ? PROGRAM : FILE);
    entry.setIds(0, 0);
    entry.setNames("root", "root");
    return entry;
  }
}
