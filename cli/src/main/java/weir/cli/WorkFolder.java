package weir.cli;

import java.nio.file.Path;
import weir.local.Folders;

/** A temporary folder that goes in the end, unless what is in it tells what went wrong. */
final class WorkFolder implements AutoCloseable {
  private final Path path;
  private boolean kept;

  WorkFolder(String prefix) {
    path = Folders.temporary(prefix);
  }

  Path path() {
    return path;
  }

  void keep() {
    kept = true;
  }

  @Override
  public void close() {
    if (!kept) {
      Folders.delete(path);
    }
  }
}
