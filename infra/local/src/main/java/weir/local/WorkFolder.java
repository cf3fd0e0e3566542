package weir.local;

import java.nio.file.Path;

/** A temporary folder that is deleted in the end, unless its content tells what went wrong. */
public final class WorkFolder implements AutoCloseable {
  private final Path path;
  private boolean kept;

  public WorkFolder(String prefix) {
    path = Folders.temporary(prefix);
  }

  public Path path() {
    return path;
  }

  public void keep() {
    if (!kept) {
      kept = true;
      Folders.keep(path);
    }
  }

  @Override
  public void close() {
    if (!kept) {
      Folders.delete(path);
    }
  }
}
