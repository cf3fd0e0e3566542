import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Fetches one version of Maven, checks it, and puts it where mvnw looks for it. */
final class FetchMaven {
  private static final String ARCHIVE = "https://archive.apache.org/dist/maven/maven-3/";

  /** Of apache-maven-3.9.9-bin.zip, as its makers published it. */
  private static final String SHA_512 =
      "8beac8d11ef208f1e2a8df0682b9448a9a363d2ad13ca74af43705549e72e74c"
          + "9378823bf689287801cbbfc2f6ea9596201d19ccacfdfb682ee8a2ff4c4418ba";

  public static void main(String[] args) {
    String version = args[0];
    Path home = Path.of(args[1]);
    String file = "apache-maven-" + version + "-bin.zip";
    String mirror = System.getenv("MVNW_REPOURL");
    String url =
        mirror == null || mirror.isEmpty()
            ? ARCHIVE + version + "/binaries/" + file
            : mirror.replaceFirst("/$", "") + "/org/apache/maven/apache-maven/" + version + "/" + file;
    try {
      System.err.println("mvnw: fetching Maven " + version);
      byte[] zip = fetch(url);
      if (!HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(zip)).equals(SHA_512)) {
        throw new IOException("it is not the file that was published");
      }
      unpack(zip, home);
    } catch (Exception failed) {
      System.err.println(
          "mvnw: Maven cannot be fetched from " + url + ": " + reason(failed)
              + "; set MVNW_REPOURL to a mirror, or install Maven 3.8 or newer");
      System.exit(1);
    }
  }

  /** Where there is no network, what failed has no words of its own. */
  private static String reason(Exception failed) {
    return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
  }

  private static byte[] fetch(String url) throws IOException, InterruptedException {
    if (url.startsWith("file:")) {
      return Files.readAllBytes(Path.of(URI.create(url)));
    }
    HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    return answer.body();
  }

  /** Unpacks beside the home and then moves, so that a home is always whole. */
  private static void unpack(byte[] zip, Path home) throws IOException {
    Files.createDirectories(home.getParent());
    Path beside = Files.createTempDirectory(home.getParent(), "unpack-");
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path name = Path.of(entry.getName()).normalize();
        if (name.getNameCount() > 1 && !entry.isDirectory()) {
          Path target = beside.resolve(name.subpath(1, name.getNameCount()));
          Files.createDirectories(target.getParent());
          Files.copy(in, target);
        }
      }
    }
    try {
      Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException lost) {
      if (!Files.exists(home.resolve("bin"))) {
        throw lost; // Otherwise somebody else was faster.
      }
    }
  }
}
