package weir.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import weir.failure.UnavailableException;
import weir.local.LocalKafka;
import weir.local.LocalPostgres;
import weir.local.Topics;

/**
 * The model that a demo has on trial beside its rules.
 *
 * @param is whether there is one: rules of one's own stand alone
 */
record OnTrial(boolean is) {
  private static final String RULES = "demo-rules.yaml";

  /** What makes the pipeline announce the model and the book, whose files are left in a folder. */
  List<String> pipelineOptions(Path folder) {
    if (!is) {
      return List.of();
    }
    Path rules = folder.resolve(RULES);
    Path model = folder.resolve(DemoBook.modelFile());
    try {
      Files.writeString(rules, DemoBook.text());
      Files.writeString(model, DemoBook.modelText());
    } catch (IOException failed) {
      throw new UnavailableException(
          "the demo's rules cannot be written: " + failed.getMessage(), failed);
    }
    return List.of("--rules=" + rules, "--models=" + model);
  }

  /** Says at the beginning what it is, and where its answers are. */
  void introduce(
      LocalKafka kafka, Topics topics, Optional<LocalPostgres> postgres, PrintWriter out) {
    if (!is) {
      return;
    }
    out.printf(
        "On trial beside the rules: model %s, trained on the simulated world. It flags nothing.%n",
        DemoBook.modelName().substring(0, 12));
    postgres.ifPresent(
        database ->
            out.printf(
                "How right it is: on the page, and by ./weir score --live --jdbcUrl=%s"
                    + " --jdbcUser=%s%n",
                database.jdbcUrl(), database.user()));
    out.printf(
        "What it would flag: ./weir alerts --topic=%s --bootstrapServers=%s%n",
        topics.shadows(), kafka.bootstrapServers());
  }
}
