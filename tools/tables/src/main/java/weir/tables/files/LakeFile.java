package weir.tables.files;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import weir.layer.HourFolder;

/**
 * A finished file of a lake.
 *
 * @param path by which readers find it
 * @param place its folder and name inside its layer: the same wherever the lake is mounted
 * @param hour in whose folder it is, counted from the epoch
 */
public record LakeFile(String path, String place, long hour, long size, long modified) {

  /** The one at a path. */
  public static LakeFile at(String path, Configuration hadoop) throws IOException {
    Path place = new Path(path);
    return of(place.getFileSystem(hadoop).getFileStatus(place));
  }

  static LakeFile of(FileStatus found) {
    String path = found.getPath().toString();
    return new LakeFile(
        path,
        placeOf(path),
        HourFolder.hourOf(path).orElseThrow(),
        found.getLen(),
        found.getModificationTime());
  }

  /** The last three parts of a path: date, hour and name. */
  public static String placeOf(String path) {
    int from = path.length();
    for (int parts = 0; parts < 3 && from > 0; parts++) {
      from = path.lastIndexOf('/', from - 1);
    }
    return path.substring(from + 1);
  }
}
