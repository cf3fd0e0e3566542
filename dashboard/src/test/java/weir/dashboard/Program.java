package weir.dashboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weir.launch.ParentWatch;

/**
 * The page's server in a JVM of its own, as ./weir starts it.
 *
 * @param screen what it wrote, its errors included
 */
record Program(int status, List<String> screen) {

  static ProcessBuilder of(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of("jvm.args").toAbsolutePath());
    command.add(ParentWatch.option());
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("weir.dashboard.Main");
    command.addAll(options);
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  /** Runs it to its end. */
  static Program run(List<String> options) throws IOException, InterruptedException {
    Process process = of(options).start();
    String screen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Program(process.waitFor(), screen.lines().toList());
  }
}
