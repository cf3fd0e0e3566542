package weir.tables.files;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.layer.HourFolder;
import weir.layer.LakeLayer;

/** A lake, in any file system that Hadoop knows. */
public final class Lake {
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:.*");

  private final Path folder;
  private final FileSystem files;

  private Lake(Path folder, FileSystem files) {
    this.folder = folder;
    this.files = files;
  }

  /** Opens a folder as it was typed; one that cannot be is reported in one sentence. */
  public static Lake open(String typed, Configuration hadoop) {
    try {
      Path folder = new Path(uri(typed));
      FileSystem files = folder.getFileSystem(hadoop);
      Path qualified = files.makeQualified(folder);
      if (!files.exists(qualified)) {
        throw new MisuseException("no such folder: " + typed);
      }
      return new Lake(qualified, files);
    } catch (IllegalArgumentException wrong) {
      throw new MisuseException("not a folder: " + typed, wrong);
    } catch (IOException failed) {
      throw new UnavailableException(typed + " cannot be read: " + failed.getMessage(), failed);
    }
  }

  /** A folder as it was typed, as a URI. */
  public static String place(String typed) {
    return new Path(uri(typed)).toString();
  }

  private static URI uri(String typed) {
    return SCHEME.matcher(typed).matches()
        ? URI.create(typed)
        : java.nio.file.Path.of(typed).toAbsolutePath().normalize().toUri();
  }

  /** The folder of a layer, as a URI without a slash at its end. */
  public String folderOf(LakeLayer layer) {
    return new Path(folder, layer.folder()).toString();
  }

  /** A folder inside the lake that none of its readers look into. */
  public String beside(String name) {
    return new Path(folder, name).toString();
  }

  /** The newest hour of log time that has begun; before all others if there is no record. */
  public long hourOfBronze() {
    return files(LakeLayer.BRONZE).stream()
        .mapToLong(LakeFile::hour)
        .max()
        .orElse(Long.MIN_VALUE / 2);
  }

  /** The finished files of a layer, the earliest hour first. */
  public List<LakeFile> files(LakeLayer layer) {
    try {
      FileStatus @Nullable [] found =
          files.globStatus(new Path(folderOf(layer) + "/date=*/hour=*/*.parquet"));
      List<LakeFile> all = new ArrayList<>();
      for (FileStatus each : found == null ? new FileStatus[0] : found) {
        if (HourFolder.hourOf(each.getPath().toString()).isPresent()) {
          all.add(LakeFile.of(each));
        }
      }
      all.sort(Comparator.comparingLong(LakeFile::hour).thenComparing(LakeFile::place));
      return all;
    } catch (IOException failed) {
      throw new UnavailableException(
          folderOf(layer) + " cannot be listed: " + failed.getMessage(), failed);
    }
  }
}
