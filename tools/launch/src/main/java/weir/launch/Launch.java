package weir.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a JVM is started: what it runs, with what, and where its output goes. A JVM that is started
 * so ends with this process, even if this process is killed; Weir's own main classes see to that by
 * {@link ParentWatch#start}, and others are started under its watch.
 */
public final class Launch {
  private final String name;
  private final String classPath;
  private final String mainClass;
  private final List<String> jvmOptions = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private @Nullable Path folder;
  private boolean foreign;

  private Launch(String name, String classPath, String mainClass) {
    this.name = name;
    this.classPath = classPath;
    this.mainClass = mainClass;
  }

  /**
   * A JVM with the options that every JVM gets.
   *
   * @param name what it is, as messages call it
   */
  public static Launch of(String name, String classPath, String mainClass) {
    return new Launch(name, classPath, mainClass);
  }

  /** A JVM with the classes of this one. */
  public static Launch ofThese(String name, String mainClass) {
    return of(name, theseClasses(), mainClass);
  }

  /** The class path of this JVM. Surefire hides that of a test behind a jar of its own. */
  public static String theseClasses() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** What it is, as messages call it. */
  public String name() {
    return name;
  }

  public Launch jvm(String... options) {
    return jvm(List.of(options));
  }

  public Launch jvm(List<String> options) {
    jvmOptions.addAll(options);
    return this;
  }

  public Launch arguments(List<String> more) {
    arguments.addAll(more);
    return this;
  }

  public Launch environment(Map<String, String> more) {
    environment.putAll(more);
    return this;
  }

  /** The folder that it works in, if that is not this process's. */
  public Launch in(Path workingFolder) {
    folder = workingFolder;
    return this;
  }

  /** That the main class is not Weir's, and does not watch its parent by itself. */
  public Launch foreign() {
    foreign = true;
    return this;
  }

  /** Starts it; its output goes where this process's output goes. */
  public ChildJvm inherit() {
    return new ChildJvm(name, builder().inheritIO(), null);
  }

  /** Starts it; its output goes to the end of a file. */
  public ChildJvm logTo(Path log) {
    ProcessBuilder.Redirect file = ProcessBuilder.Redirect.appendTo(log.toFile());
    return new ChildJvm(
        name, builder().redirectErrorStream(true).redirectOutput(file), log.toAbsolutePath());
  }

  /** Starts it; this process reads its output and writes its input. Errors go to a file. */
  public ChildJvm talk(Path errors) {
    ProcessBuilder.Redirect file = ProcessBuilder.Redirect.appendTo(errors.toFile());
    return new ChildJvm(name, builder().redirectError(file), errors.toAbsolutePath());
  }

  /** Runs it to its end and returns all that it printed. */
  public String output() {
    try {
      Process process = builder().redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), ChildJvm.OUTPUT);
    } catch (IOException failed) {
      throw new UncheckedIOException(name + " cannot be started", failed);
    }
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.environment().putAll(environment);
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    return builder;
  }

  /** The command line. */
  public List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.add(ParentWatch.option());
    command.add("-cp");
    command.add(classPath);
    if (foreign) {
      command.add(Watched.class.getName());
    }
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }
}
