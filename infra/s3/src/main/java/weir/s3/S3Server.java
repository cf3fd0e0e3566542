package weir.s3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.Main;
import weir.launch.ParentWatch;

/**
 * An object store in memory that speaks S3: with multipart uploads, and writes that fail if the
 * object is there. Its arguments are the port, and the access key and its secret.
 */
public final class S3Server {
  private S3Server() {}

  /** Serves until the process that started it ends. */
  public static void main(String[] args) throws Exception {
    ParentWatch.start();
    Main.main(new String[] {"--properties", properties(args[0], args[1], args[2]).toString()});
  }

  private static Path properties(String port, String key, String secret) throws IOException {
    Path file = Files.createTempFile("s3", ".properties");
    file.toFile().deleteOnExit();
    String text =
        String.join(
            "\n",
            "s3proxy.endpoint=http://127.0.0.1:" + port,
            "s3proxy.authorization=aws-v2-or-v4",
            "s3proxy.identity=" + key,
            "s3proxy.credential=" + secret,
            "jclouds.provider=transient-nio2",
            "jclouds.identity=unused",
            "jclouds.credential=unused");
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
