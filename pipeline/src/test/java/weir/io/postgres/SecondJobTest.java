package weir.io.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A worker of a cluster gives each job classes of its own, but there is one {@link
 * java.sql.DriverManager}, which looked for drivers when the first job came.
 */
class SecondJobTest extends BesidePostgres {
  @Test
  void aJobWithClassesOfItsOwnFindsItsDriver() throws Exception {
    try (Connection first = Pools.connect(settings(Duration.ZERO));
        URLClassLoader second = ofItsOwn()) {
      assertThat(first.isValid(1)).isTrue();
      try (Connection connection = connect(second)) {
        assertThat(connection.isValid(1)).isTrue();
      }
    }
  }

  private Connection connect(ClassLoader classes) throws ReflectiveOperationException {
    Class<?> settings = classes.loadClass(PostgresSettings.class.getName());
    Constructor<?> constructor =
        settings.getConstructor(String.class, String.class, String.class, Duration.class);
    Method connect =
        classes.loadClass(Pools.class.getName()).getDeclaredMethod("connect", settings);
    connect.setAccessible(true);
    return (Connection)
        connect.invoke(
            null, constructor.newInstance(postgres.jdbcUrl(), postgres.user(), "", Duration.ZERO));
  }

  /** All that is on the class path once more, seen from the JDK only. */
  private static URLClassLoader ofItsOwn() throws MalformedURLException {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    URL[] urls = new URL[entries.length];
    for (int i = 0; i < entries.length; i++) {
      urls[i] = Path.of(entries[i]).toUri().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }
}
