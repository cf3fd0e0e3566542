package weir.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.failure.UnavailableException;

/** Temporary folders, and their deletion. */
public final class Folders {
  private static final Logger LOG = LoggerFactory.getLogger(Folders.class);

  private Folders() {}

  /**
   * Makes a new folder among the system's temporary files, and deletes those of killed processes.
   */
  public static Path temporary(String prefix) {
    return temporary(Path.of(System.getProperty("java.io.tmpdir")), prefix);
  }

  static Path temporary(Path among, String prefix) {
    try {
      Path folder = Files.createTempDirectory(among.toRealPath(), prefix);
      TemporaryMark.put(folder);
      deleteLeftOvers(folder);
      return folder;
    } catch (IOException failed) {
      throw new UnavailableException(
          "cannot make a temporary folder in " + among + ": " + Reason.of(failed), failed);
    }
  }

  /** Deletes the folders that killed processes of the same user left beside this one. */
  private static void deleteLeftOvers(Path own) throws IOException {
    UserPrincipal user = Files.getOwner(own);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(own.resolveSibling("."), "weir-*")) {
      for (Path each : all) {
        Path folder = each.normalize();
        if (TemporaryMark.isLeftOver(folder)
            && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user)) {
          delete(folder);
        }
      }
    } catch (IOException | DirectoryIteratorException | UnavailableException inUse) {
      LOG.debug("Something is left over beside {}: the next one deletes it", own, inUse);
    }
  }

  /** Keeps a temporary folder for good. */
  public static void keep(Path folder) {
    TemporaryMark.remove(folder);
  }

  /** Deletes a folder with everything in it. */
  public static void delete(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      // The mark goes last: if something else cannot be deleted, the next process tries again.
      List<Path> deepestFirst =
          tree.sorted(
                  Comparator.comparing((Path path) -> TemporaryMark.isMark(path) ? 1 : 0)
                      .thenComparing(Comparator.reverseOrder()))
              .filter(path -> !path.equals(folder))
              .toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
      Files.deleteIfExists(folder);
    } catch (IOException | UncheckedIOException failed) {
      throw new UnavailableException("cannot delete " + folder, failed);
    } finally {
      TemporaryMark.release(folder);
    }
  }
}
