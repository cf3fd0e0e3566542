package weir.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import weir.launch.ChildJvm;
import weir.launch.Launch;
import weir.local.Folders;
import weir.local.WorkFolder;

/** A live page that ends while its demo runs. */
class DemoPageTest {
  private final StringWriter err = new StringWriter();

  private void tellEnd(DemoPage page) {
    page.tellEnd(() -> true, new PrintWriter(err, true));
  }

  @Test
  void itsEndIsToldOnceAndItsLogIsKept() throws Exception {
    Path folder;
    try (WorkFolder work = new WorkFolder("weir-page-");
        ChildJvm jvm = page(work, "weir: Port 1 is in use, so ...", Waits.class);
        DemoPage page = new DemoPage(jvm, work)) {
      folder = work.path();
      tellEnd(page);
      assertThat(err.toString()).isEmpty();

      jvm.kill();
      tellEnd(page);
      tellEnd(page);
      assertThat(err.toString())
          .isEqualToIgnoringNewLines(
              "weir: going on without the live page, which was ended by signal 9; its log is "
                  + folder.resolve("dashboard.log"));
    }
    assertThat(folder.resolve("dashboard.log")).exists();
    Folders.delete(folder);
  }

  @Test
  void ofAPageThatGaveUpTheReasonIsTold() throws Exception {
    try (WorkFolder work = new WorkFolder("weir-page-");
        ChildJvm jvm = page(work, "weir: no memory", GivesUp.class);
        DemoPage page = new DemoPage(jvm, work)) {
      jvm.waitFor();
      tellEnd(page);
      assertThat(err.toString()).contains("which gave up: no memory; its log is ");
      Folders.delete(work.path());
    }
  }

  /** Something in the place of the page, with what it has said so far in its log. */
  private static ChildJvm page(WorkFolder work, String said, Class<?> main) throws IOException {
    Path log = Files.writeString(work.path().resolve("dashboard.log"), said);
    return Launch.ofThese("the page", main.getName()).logTo(log);
  }

  static final class Waits {
    public static void main(String[] args) throws InterruptedException {
      Thread.currentThread().join();
    }
  }

  static final class GivesUp {
    public static void main(String[] args) {
      System.exit(1);
    }
  }
}
