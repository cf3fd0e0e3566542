package weir.dashboard.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The page's libraries, served from the jars that npm's packages come in. */
final class Libraries {
  private Libraries() {}

  /** The file that a browser loads; the jar itself tells the version that is in its paths. */
  static String script(String name) {
    String version = properties(name).getProperty("version");
    return text(
        "/META-INF/resources/webjars/" + name + "/" + version + "/dist/" + name + ".min.js");
  }

  /** A file on the class path. */
  static String text(String path) {
    return new String(resource(path), StandardCharsets.UTF_8);
  }

  private static Properties properties(String name) {
    Properties properties = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
      properties.load(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return properties;
  }

  private static byte[] resource(String path) {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static InputStream open(String path) {
    InputStream in = Libraries.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException("not on the class path: " + path);
    }
    return in;
  }
}
