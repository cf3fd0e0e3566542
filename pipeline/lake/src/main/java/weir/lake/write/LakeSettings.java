package weir.lake.write;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import weir.layer.LakeLayer;

/**
 * Where the lake is, and how its files are cut.
 *
 * @param folder a folder of any file system that Beam knows, without a slash at its end
 * @param everyMillis how much log time goes into a file
 * @param bundles of how many bundles rows wait for one: they wait in the engine's state
 * @param shards into how many files at least
 */
public record LakeSettings(String folder, long everyMillis, int bundles, int shards)
    implements Serializable {
  /** Where files are before they have their names. */
  static final String UNFINISHED = ".unfinished";

  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:");

  /** Takes the folder as it was typed; an impossible one is reported in one sentence. */
  public static LakeSettings of(String folder, long everyMillis, int bundles, int shards) {
    if (everyMillis < 1 || bundles < 1 || shards < 1) {
      throw new IllegalArgumentException("expected a time, bundles and shards above zero");
    }
    return new LakeSettings(place(folder), everyMillis, bundles, shards);
  }

  /** A folder as it was typed, without a slash at its end. */
  private static String place(String folder) {
    return plain(folder).replaceFirst("(?<=[^/])/+$", "");
  }

  /** Where the records are of a lake whose folder was typed so. */
  public static String bronzeOf(String folder) {
    return place(folder) + "/" + LakeLayer.BRONZE.folder();
  }

  /** Beam takes file:///lake for a folder of that name here; a path is what it understands. */
  private static String plain(String folder) {
    return folder.startsWith("file:") ? Path.of(URI.create(folder)).toString() : folder;
  }

  /**
   * The file that stands where the folder or one of its parents should be, if there is one. Only
   * for local paths; other file systems are not checked.
   */
  public Optional<Path> fileInItsPlace() {
    if (SCHEME.matcher(folder).lookingAt()) {
      return Optional.empty();
    }
    return Stream.iterate(Path.of(folder).toAbsolutePath(), Objects::nonNull, Path::getParent)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /**
   * Why no file can be made in it, if that is so and it is a folder here. A file is made and
   * deleted where the first one of the lake would be; nothing is left of it.
   */
  public Optional<String> whyNotWritable() {
    if (SCHEME.matcher(folder).lookingAt()) {
      return Optional.empty();
    }
    Path nearest = Path.of(folderOf(UNFINISHED)).toAbsolutePath();
    while (!Files.exists(nearest) && nearest.getParent() != null) {
      nearest = nearest.getParent();
    }
    try {
      Files.delete(Files.createTempFile(nearest, "probe-", ""));
      return Optional.empty();
    } catch (IOException failed) {
      return Optional.of("no file can be made in " + nearest + reason(failed));
    }
  }

  /** What the system says about it; of most failures it tells only the file. */
  private static String reason(IOException failed) {
    if (failed instanceof AccessDeniedException) {
      return ": permission denied";
    }
    return failed instanceof FileSystemException system && system.getReason() != null
        ? ": " + system.getReason()
        : "";
  }

  /** Where the records are as they were read. */
  public String bronze() {
    return folderOf(LakeLayer.BRONZE.folder());
  }

  String folderOf(String layer) {
    return folder + "/" + layer;
  }
}
