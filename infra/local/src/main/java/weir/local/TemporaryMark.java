package weir.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;

/**
 * A file in a temporary folder that the folder's process holds locked. If the file is there but not
 * locked, the process was killed and the folder can be deleted.
 */
final class TemporaryMark {
  static final String FILE = "weir.temporary";

  /** Marks held by this JVM. To open and close a locked file would end the process's lock on it. */
  private static final Map<Path, FileChannel> HELD = new ConcurrentHashMap<>();

  private TemporaryMark() {}

  static void put(Path folder) throws IOException {
    Path unlocked = folder.resolve(FILE + ".new");
    FileChannel file =
        FileChannel.open(unlocked, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (file.tryLock() == null) {
      throw new IOException(unlocked + " is locked");
    }
    HELD.put(folder, file);
    // The mark becomes visible only when it is locked.
    Files.move(unlocked, folder.resolve(FILE));
  }

  static boolean isMark(Path file) {
    return file.endsWith(FILE);
  }

  /** Whether a process that no longer runs made this folder for itself only. */
  static boolean isLeftOver(Path folder) {
    Path mark = folder.resolve(FILE);
    if (HELD.containsKey(folder) || !Files.isRegularFile(mark)) {
      return false;
    }
    try (FileChannel file = FileChannel.open(mark, StandardOpenOption.WRITE)) {
      return file.tryLock() != null;
    } catch (IOException | OverlappingFileLockException another) {
      return false;
    }
  }

  static void remove(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(FILE));
    } catch (IOException failed) {
      throw new UnavailableException(
          "the folder " + folder + " cannot be used: " + Reason.of(failed), failed);
    } finally {
      release(folder);
    }
  }

  static void release(Path folder) {
    @Nullable FileChannel file = HELD.remove(folder);
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException failed) {
      throw new UnavailableException("cannot release " + folder, failed);
    }
  }
}
