package weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import weir.local.Folders;

/** A live page that ends while its demo runs. */
class DemoPageTest {
  private final StringWriter err = new StringWriter();

  private void tellEnd(DemoPage page) {
    page.tellEnd(() -> true, new PrintWriter(err, true));
  }

  @Test
  void itsEndIsToldOnceAndItsLogIsKept() throws Exception {
    Process process = new ProcessBuilder("sleep", "600").start();
    Path folder;
    try (WorkFolder work = new WorkFolder("weir-page-");
        DemoPage page = new DemoPage(new DashboardProcess(process), work)) {
      folder = work.path();
      Files.writeString(folder.resolve("dashboard.log"), "weir: Port 1 is in use, so ...");
      tellEnd(page);
      assertThat(err.toString()).isEmpty();

      process.destroyForcibly().waitFor();
      tellEnd(page);
      tellEnd(page);
      assertThat(err.toString())
          .isEqualToIgnoringNewLines(
              "weir: going on without the live page, which was ended by signal 9; its log is "
                  + folder.resolve("dashboard.log"));
    } finally {
      process.destroyForcibly();
    }
    assertThat(folder.resolve("dashboard.log")).exists();
    Folders.delete(folder);
  }

  @Test
  void ofAPageThatGaveUpTheReasonIsTold() throws Exception {
    Process process = new ProcessBuilder("false").start();
    process.waitFor();
    try (WorkFolder work = new WorkFolder("weir-page-");
        DemoPage page = new DemoPage(new DashboardProcess(process), work)) {
      Files.writeString(work.path().resolve("dashboard.log"), "weir: no memory");
      tellEnd(page);
      assertThat(err.toString()).contains("which gave up: no memory; its log is ");
      Folders.delete(work.path());
    }
  }
}
