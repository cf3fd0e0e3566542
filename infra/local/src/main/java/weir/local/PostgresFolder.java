package weir.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weir.failure.UnavailableException;

/**
 * A PostgreSQL server's folder for its data and log, locked so that no second server starts there.
 *
 * <p>The data has a subfolder of its own: PostgreSQL wants nothing else in it, and it may belong to
 * another user.
 */
final class PostgresFolder implements AutoCloseable {
  private static final String DATA = "data";
  private static final String UNFINISHED = "data.new";
  private static final String LOG = "postgres.log";

  private final Path path;
  private final boolean temporary;
  private final FolderLock lock;

  private PostgresFolder(Path path, boolean temporary, FolderLock lock) {
    this.path = path;
    this.temporary = temporary;
    this.lock = lock;
  }

  /** Takes the wanted folder with its content, or a new one that is deleted when it is closed. */
  static PostgresFolder open(Optional<Path> wanted) throws IOException {
    if (wanted.isPresent()) {
      return open(wanted.get(), false);
    }
    Path temporary = Folders.temporary("weir-postgres-");
    try {
      return open(temporary, true);
    } catch (IOException | RuntimeException failed) {
      Folders.delete(temporary);
      throw failed;
    }
  }

  private static PostgresFolder open(Path folder, boolean temporary) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UnavailableException("the data folder " + folder + " is a file");
    }
    try {
      Path path = Files.createDirectories(folder).toRealPath();
      if (!temporary) {
        // A folder that the user names is kept for good, even if it was temporary.
        Folders.keep(path);
      }
      return new PostgresFolder(path, temporary, FolderLock.take(path));
    } catch (IOException failed) {
      throw new UnavailableException(
          "the data folder " + folder + " cannot be used: " + Reason.of(failed), failed);
    }
  }

  /** Makes an empty database cluster if there is none yet. */
  void prepare(Path programs, PostgresUser user, String owner)
      throws IOException, InterruptedException {
    if (Files.exists(data())) {
      if (!user.owns(data())) {
        throw new UnavailableException(
            "the data in " + path + " does not belong to the user that PostgreSQL runs as");
      }
      user.reach(path);
      return;
    }
    try (Stream<Path> content = Files.list(path)) {
      List<String> ours = List.of(FolderLock.FILE, TemporaryMark.FILE, LOG, UNFINISHED);
      if (content.anyMatch(file -> !ours.contains(file.getFileName().toString()))) {
        throw new UnavailableException(
            "the data folder " + path + " is not empty and holds no data of this PostgreSQL");
      }
    }
    user.reach(path);
    create(programs, user, owner);
  }

  /**
   * Creates the data under another name and renames it at the end, so that data under the right
   * name is complete.
   */
  private void create(Path programs, PostgresUser user, String owner)
      throws IOException, InterruptedException {
    Path unfinished = path.resolve(UNFINISHED);
    if (Files.exists(unfinished)) {
      Folders.delete(unfinished);
    }
    user.own(unfinished);
    Commands.Result result =
        Commands.run(
            user.command(
                List.of(
                    programs.resolve("initdb").toString(),
                    "--pgdata=" + unfinished,
                    "--username=" + owner,
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C")));
    if (!result.worked()) {
      throw new UnavailableException(
          "PostgreSQL cannot make its data in " + path + ": " + result.output());
    }
    Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  Path path() {
    return path;
  }

  Path data() {
    return path.resolve(DATA);
  }

  Path log() {
    return path.resolve(LOG);
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
