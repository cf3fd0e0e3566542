package weir.dashboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import weir.launch.Launch;

/**
 * The page's server in a JVM of its own, as ./weir starts it.
 *
 * @param screen what it wrote, its errors included
 */
record Program(int status, List<String> screen) {

  static ProcessBuilder of(List<String> options) {
    Launch page =
        Launch.ofThese("the live page", "weir.dashboard.Main")
            .jvm("@" + Path.of("jvm.args").toAbsolutePath())
            .arguments(options);
    return new ProcessBuilder(page.command()).redirectErrorStream(true);
  }

  /** Runs it to its end. */
  static Program run(List<String> options) throws IOException, InterruptedException {
    Process process = of(options).start();
    String screen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Program(process.waitFor(), screen.lines().toList());
  }
}
