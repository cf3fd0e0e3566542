package weir.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** JVMs that are started, spoken with, and ended. */
@Timeout(60)
class LaunchTest {
  @TempDir private Path folder = Path.of("target");

  private Path log() {
    return folder.resolve("log");
  }

  private static Launch launch(Class<?> main, String... arguments) {
    return Launch.ofThese("the child", main.getName()).arguments(List.of(arguments));
  }

  @Test
  void whatItSaysGoesToTheEndOfItsLog() throws Exception {
    Files.writeString(log(), "before\n");
    try (ChildJvm child = launch(Says.class, "1", "weir: no room").logTo(log())) {
      assertThat(child.waitFor()).isEqualTo(1);
      assertThat(child.endedWith(1)).isTrue();
      assertThat(child.endedByItself()).isTrue();
      assertThat(child.signal()).isEmpty();
      assertThat(child.lastWords().reason()).contains("no room");
      assertThat(child.lastWords().end()).containsExactly("before", "weir: no room");
    }
  }

  @Test
  void optionsEnvironmentAndFolderAreGivenToIt() {
    String said =
        launch(Tells.class)
            .jvm("-Dweir.test=a b")
            .environment(Map.of("WEIR_TEST", "c d"))
            .in(folder)
            .output();
    assertThat(said.lines()).containsExactly("a b", "c d", folder.toAbsolutePath().toString());
  }

  @Test
  void aChildThatIsAskedEndsByItsOwnHooks() throws Exception {
    ChildJvm child = launch(EndsWhenAsked.class).talk(log());
    assertThat(child.reader().readLine()).isEqualTo("up");
    child.end(Duration.ofSeconds(30));
    assertThat(child.isAlive()).isFalse();
    assertThat(child.lastWords().text()).isEqualTo("a last word");
    assertThat(child.endedByItself()).isTrue();
    assertThat(child.signal()).contains("was ended by signal 15");
  }

  @Test
  void aChildThatDoesNotEndIsKilled() throws Exception {
    ChildJvm child = launch(NeverEnds.class).talk(log());
    assertThat(child.reader().readLine()).isEqualTo("up");
    child.end(Duration.ofMillis(300));
    assertThat(child.isAlive()).isFalse();
    assertThat(child.endedByItself()).isFalse();
    assertThat(child.signal()).contains("was ended by signal 9");
  }

  @Test
  void whatTheChildStartedEndsWithIt() throws Exception {
    ChildJvm child = launch(Parent.class, log().toString()).talk(log());
    ProcessHandle grandchild = grandchild(child.reader());
    child.end(Duration.ofSeconds(30));
    awaitEnd(grandchild);
  }

  @Test
  void aChildEndsWithAParentThatIsKilled() throws Exception {
    ChildJvm parent = launch(Parent.class, log().toString()).talk(log());
    ProcessHandle child = grandchild(parent.reader());
    parent.kill();
    awaitEnd(child);
  }

  @Test
  void aMainClassThatIsNotOursEndsWithItsParentToo() throws Exception {
    ChildJvm parent = launch(ParentOfAForeigner.class, log().toString()).talk(log());
    ProcessHandle child = grandchild(parent.reader());
    parent.kill();
    awaitEnd(child);
  }

  private static ProcessHandle grandchild(BufferedReader parent) throws IOException {
    return ProcessHandle.of(Long.parseLong(parent.readLine())).orElseThrow();
  }

  private static void awaitEnd(ProcessHandle process) throws Exception {
    process.onExit().get(30, TimeUnit.SECONDS);
  }

  @Test
  void oneThatWasKilledIsStartedAgain() throws Exception {
    try (ChildJvm child = launch(Says.class, "0", "once").logTo(log())) {
      child.waitFor();
      child.restart();
      child.waitFor();
      assertThat(Files.readAllLines(log())).containsExactly("once", "once");
    }
  }

  @Test
  void oneThatRunsIsNotStartedTwice() {
    try (ChildJvm child = launch(NeverEnds.class).logTo(log())) {
      assertThatThrownBy(child::restart).hasMessage("the child is still running");
    }
  }

  @Test
  void oneThatCannotBeStartedIsNamed() {
    Launch nowhere = launch(Says.class).in(folder.resolve("no such folder"));
    assertThatThrownBy(() -> nowhere.logTo(log()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("the child cannot be started");
  }

  /** Ends at once. */
  static final class Says {
    public static void main(String[] args) {
      System.out.println(args[1]);
      System.exit(Integer.parseInt(args[0]));
    }
  }

  /** What it was given. */
  static final class Tells {
    public static void main(String[] args) {
      System.out.println(System.getProperty("weir.test"));
      System.out.println(System.getenv("WEIR_TEST"));
      System.out.println(Path.of("").toAbsolutePath());
    }
  }

  /** Has something to say before it ends. */
  static final class EndsWhenAsked {
    public static void main(String[] args) throws InterruptedException {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println("a last word")));
      System.out.println("up");
      Thread.currentThread().join();
    }
  }

  /** Its hook waits for ever. */
  static final class NeverEnds {
    public static void main(String[] args) throws InterruptedException {
      ParentWatch.start();
      Thread hook =
          new Thread(
              () -> {
                while (true) {
                  Threads.sleep(Duration.ofDays(1));
                }
              });
      Runtime.getRuntime().addShutdownHook(hook);
      System.out.println("up");
      Thread.currentThread().join();
    }
  }

  /** Has a child that does not end by itself. */
  static final class Parent {
    public static void main(String[] args) throws InterruptedException {
      System.out.println(launch(NeverEnds.class).logTo(Path.of(args[0])).pid());
      Thread.currentThread().join();
    }
  }

  /** The same with a child that knows nothing of a watch. */
  static final class ParentOfAForeigner {
    public static void main(String[] args) throws InterruptedException {
      System.out.println(launch(EndsWhenAsked.class).foreign().logTo(Path.of(args[0])).pid());
      Thread.currentThread().join();
    }
  }
}
