package weir.backtest.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.log.LakeDatabase;

/** Where jobs leave what they say, each in a lake of its own. */
public final class OutputFolder implements AutoCloseable {
  private final Path folder;
  private final boolean kept;

  private OutputFolder(Path folder, boolean kept) {
    this.folder = folder;
    this.kept = kept;
  }

  /**
   * The folder that is told, or one beside a lake, which workers can reach as they reach the lake.
   *
   * @param told absent if it is to be beside the lake, and then it is deleted in the end
   */
  public static OutputFolder of(@Nullable String told, String lake) {
    if (told != null && told.contains("://")) {
      throw new MisuseException(
          "--into: "
              + told
              + " is a URL, expected a folder that this machine and the workers have");
    }
    try {
      return told == null ? beside(lake) : in(Path.of(told).toAbsolutePath());
    } catch (IOException failed) {
      throw new UnavailableException(
          "no room for what the jobs say: " + failed.getMessage() + "; name a folder by --into",
          failed);
    }
  }

  private static OutputFolder in(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          throw new MisuseException(
              "--into: " + folder + " is not empty: other answers would be among these");
        }
      }
    }
    return new OutputFolder(Files.createDirectories(folder), /* kept= */ true);
  }

  private static OutputFolder beside(String lake) throws IOException {
    Path folder = Path.of(LakeDatabase.place(lake)).toAbsolutePath().normalize();
    Path parent = folder.getParent();
    if (!Files.isDirectory(folder) || parent == null) {
      throw new MisuseException(
          "there is no place beside " + lake + ": say by --into where the jobs write");
    }
    // No temporary folder, which is of one user alone: workers may run as another of the group.
    String name = ".weir-backtest-" + ProcessHandle.current().pid();
    return new OutputFolder(Files.createDirectories(parent.resolve(name)), /* kept= */ false);
  }

  /** The lake of a side, which is there even if a job has nothing to say. */
  public String lake(String side) {
    try {
      return Files.createDirectories(folder.resolve(side)).toString();
    } catch (IOException failed) {
      throw new UnavailableException(
          folder + " cannot be written: " + failed.getMessage() + "; name another by --into",
          failed);
    }
  }

  @Override
  public void close() {
    if (kept) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException failed) {
      throw new UnavailableException(folder + " cannot be deleted", failed);
    }
  }
}
