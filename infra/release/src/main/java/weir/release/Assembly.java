package weir.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Puts a release together. */
final class Assembly {
  /** Where the engines' class paths with S3 are; the launcher knows. */
  static final String S3 = "stores/s3";

  private static final List<String> OPTIONS = List.of("runners/jvm.args", "dashboard/jvm.args");
  private static final List<String> FILES =
      List.of("README.md", "CHANGES.md", "infra/launch/java.sh", "infra/launch/release.sh");
  private static final List<String> FOLDERS =
      List.of("docs", "infra/kubernetes", "infra/monitoring");

  private static final Set<String> NOT_SHIPPED = Set.of("infra/release");

  /** The engines whose clusters are given a jar; the DirectRunner has none. */
  private static final List<String> CLUSTERS = List.of("flink", "spark");

  private final Layout layout = new Layout();
  private final Libraries libraries = new Libraries();
  private final Path checkout;

  /** Begins with what is in a checkout, and needs no build but for the job jars. */
  Assembly(Path checkout, String version) throws IOException {
    this.checkout = checkout;
    layout.text("RELEASE", version + "\n");
    layout.program("weir", checkout.resolve("weir"));
    for (String each : FILES) {
      layout.file(each, checkout.resolve(each));
    }
    for (String each : FOLDERS) {
      layout.tree(each, checkout.resolve(each));
    }
    for (String each : CLUSTERS) {
      String jar = "runners/" + each + "/target/weir-" + each + ".jar";
      layout.file(jar, checkout.resolve(jar));
    }
  }

  /** Adds what commands run from: once as it is, and once the engines with S3. */
  void modules(Path snapshot, Path s3) throws IOException {
    Modules modules = new Modules(layout, libraries);
    modules.all(snapshot, NOT_SHIPPED);
    modules.again(s3, S3, NOT_SHIPPED);
    // The commands that start an engine are the same.
    modules.again(snapshot, S3, NOT_SHIPPED);
    libraries.into(layout);
    for (String each : OPTIONS) {
      layout.file(each, checkout.resolve(each));
      layout.file(S3 + "/" + each, checkout.resolve(each));
    }
    Notices.into(layout, libraries.jars());
  }

  /** Adds the bill of materials and the licences, and returns the bill. */
  String bill(List<Path> written) throws IOException {
    Bill bill = Bill.read(written, libraries.jars());
    String json = bill.json();
    layout.text("licences/bill-of-materials.json", json);
    layout.text("licences/libraries.tsv", Licences.checked().table(bill.components()));
    return json;
  }

  Layout layout() {
    return layout;
  }
}
