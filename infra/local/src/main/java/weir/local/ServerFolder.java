package weir.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import weir.failure.UnavailableException;

/** A folder in which one server works, locked so that no second one starts there. */
final class ServerFolder implements AutoCloseable {
  private final Path path;
  private final boolean temporary;
  private final FolderLock lock;

  private ServerFolder(Path path, boolean temporary, FolderLock lock) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
  }

  /**
   * Takes the wanted folder with its content, or a new one that is deleted when it is closed.
   *
   * @param prefix how the name of a new one begins
   */
  static ServerFolder open(Optional<Path> wanted, String prefix) {
    if (wanted.isPresent()) {
      return open(wanted.get(), false);
    }
    Path temporary = Folders.temporary(prefix);
    try {
      return open(temporary, true);
    } catch (UnavailableException failed) {
      Folders.delete(temporary);
      throw failed;
    }
  }

  private static ServerFolder open(Path folder, boolean temporary) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UnavailableException("the data folder " + folder + " is a file");
    }
    try {
      Path path = Files.createDirectories(folder).toRealPath();
      if (!temporary) {
        // A folder that the user names is kept for good, even if it was temporary.
        Folders.keep(path);
      }
      return new ServerFolder(path, temporary, FolderLock.take(path));
    } catch (IOException failed) {
      throw unusable(folder, failed);
    }
  }

  /** What to say if nothing can be done in a folder. */
  static UnavailableException unusable(Path folder, IOException failed) {
    return new UnavailableException(
        "the data folder " + folder + " cannot be used: " + Reason.of(failed), failed);
  }

  Path path() {
    return path;
  }

  /** Releases the folder; a temporary one is deleted. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException failed) {
      throw new UnavailableException("cannot release " + path, failed);
    } finally {
      if (temporary) {
        Folders.delete(path);
      }
    }
  }
}
