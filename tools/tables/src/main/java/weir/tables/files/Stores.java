package weir.tables.files;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** The file systems in which lakes and tables can be. */
public final class Stores {
  private static final String S3 = "org.apache.hadoop.fs.s3a.S3AFileSystem";

  private Stores() {}

  /**
   * What Hadoop is told of them.
   *
   * @param properties as Hadoop knows them, such as fs.s3a.endpoint
   */
  public static Configuration configuration(Map<String, String> properties) {
    Configuration hadoop = new Configuration();
    // Other engines know S3 under this scheme only, and paths stand in tables.
    hadoop.set("fs.s3.impl", S3);
    properties.forEach(hadoop::set);
    return hadoop;
  }

  /** Whether a path, as Hadoop knows it, is one of this machine. */
  public static boolean isHere(String path) {
    return path.startsWith("file:") || path.startsWith("/");
  }

  /** A path of this machine, without what Hadoop and Iceberg put before it. */
  public static String here(String path) {
    return path.replaceFirst("^file:/+", "/");
  }
}
