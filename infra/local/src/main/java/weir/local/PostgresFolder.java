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
 * A PostgreSQL server's folder for its data and log. The data has a subfolder of its own:
 * PostgreSQL wants nothing else in it, and it may belong to another user.
 */
final class PostgresFolder implements AutoCloseable {
  private static final String DATA = "data";
  private static final String UNFINISHED = "data.new";
  private static final String LOG = "postgres.log";

  private final ServerFolder folder;
  private final Path path;

  private PostgresFolder(ServerFolder folder) {
    this.folder = folder;
    this.path = folder.path();
  }

  /** Takes the wanted folder with its content, or a new one that is deleted when it is closed. */
  static PostgresFolder open(Optional<Path> wanted) {
    return new PostgresFolder(ServerFolder.open(wanted, "weir-postgres-"));
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

  @Override
  public void close() {
    folder.close();
  }
}
