package weir.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A worker of a cluster gives each job classes of its own, and lets them go when the job has ended.
 */
class SecondJobTest extends BesidePostgres {
  /** How long the driver keeps a thread after its last connection. */
  private static final String DRIVERS_PATIENCE = "pgjdbc.config.cleanup.thread.ttl";

  private static final Duration SOON = Duration.ofSeconds(30);

  @BeforeAll
  static void hurry() {
    System.setProperty(DRIVERS_PATIENCE, "100");
  }

  @AfterAll
  static void takeTime() {
    System.clearProperty(DRIVERS_PATIENCE);
  }

  /** There is one {@link DriverManager}, which looked for drivers when the first job came. */
  @Test
  void aSecondJobFindsItsDriver() throws Exception {
    try (Connection first = Pools.connect(settings(Duration.ZERO));
        Connection second = connect(classesOfItsOwn())) {
      assertThat(first.isValid(1)).isTrue();
      assertThat(second.isValid(1)).isTrue();
    }
  }

  @Test
  void nothingKeepsTheClassesOfAJobThatHasEnded() throws Exception {
    WeakReference<ClassLoader> ended = jobThatHasEnded();
    long end = System.nanoTime() + SOON.toNanos();
    while (ended.get() != null && System.nanoTime() < end) {
      System.gc();
      Thread.sleep(100);
    }
    assertThat(ended.get()).isNull();
    try (Connection mine = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "")) {
      assertThat(mine.isValid(1)).isTrue();
    }
  }

  private WeakReference<ClassLoader> jobThatHasEnded() throws Exception {
    URLClassLoader classes = classesOfItsOwn();
    connect(classes).close();
    Method closed = pools(classes).getDeclaredMethod("closed", long.class);
    closed.setAccessible(true);
    assertThat(closed.invoke(null, 0)).isEqualTo(true);
    classes.close();
    return new WeakReference<>(classes);
  }

  private Connection connect(ClassLoader classes) throws ReflectiveOperationException {
    Class<?> settings = classes.loadClass(PostgresSettings.class.getName());
    Constructor<?> constructor =
        settings.getConstructor(String.class, String.class, String.class, Duration.class);
    Method connect = pools(classes).getDeclaredMethod("connect", settings);
    connect.setAccessible(true);
    Object here = constructor.newInstance(postgres.jdbcUrl(), postgres.user(), "", Duration.ZERO);
    return (Connection) connect.invoke(null, here);
  }

  private static Class<?> pools(ClassLoader classes) throws ClassNotFoundException {
    return classes.loadClass(Pools.class.getName());
  }

  /** All that is on the class path once more, but for a database that no job has with it. */
  private static URLClassLoader classesOfItsOwn() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.contains("duckdb")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }
}
