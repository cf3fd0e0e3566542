package weir.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.failure.UnavailableException;

/**
 * The right to use a folder. One server has it at a time.
 *
 * <p>Kafka locks the folder too, but a node that is broker and controller does so only after it has
 * written to its metadata log.
 */
final class FolderLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);
  static final String FILE = "weir.lock";
  private static final String KAFKAS_FILE = ".lock";

  /**
   * Folders held by this JVM. To open and close a locked file would end the process's lock on it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel file;

  private FolderLock(Path folder, FileChannel file) {
    this.folder = folder;
    this.file = file;
  }

  /** Takes the folder if it is free. */
  static FolderLock take(Path folder) throws IOException {
    if (!HELD.add(folder)) {
      throw taken(folder);
    }
    FileChannel file = null;
    try {
      file = lock(folder.resolve(FILE));
      if (file != null && isFree(folder.resolve(KAFKAS_FILE))) {
        return new FolderLock(folder, file);
      }
      throw taken(folder);
    } catch (IOException | RuntimeException failed) {
      if (file != null) {
        file.close();
      }
      HELD.remove(folder);
      throw failed;
    }
  }

  private static UnavailableException taken(Path folder) {
    return new UnavailableException("the data folder " + folder + " is in use by another server");
  }

  private static boolean isFree(Path file) throws IOException {
    if (Files.exists(file)) {
      try (FileChannel locked = lock(file)) {
        return locked != null;
      }
    }
    return true;
  }

  private static @Nullable FileChannel lock(Path path) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = file.tryLock() != null;
    } catch (OverlappingFileLockException inThisProcess) {
      LOG.debug("{} is locked in this process", path);
    } finally {
      if (!locked) {
        file.close();
      }
    }
    return locked ? file : null;
  }

  /** Gives the folder back. */
  @Override
  public void close() throws IOException {
    file.close();
    HELD.remove(folder);
  }
}
