package weir.bench.ladder.arena;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import weir.book.ModelFile;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.command.Values;
import weir.failure.MisuseException;
import weir.rules.Models;

/** The options that say which contestants are measured, and how. */
public final class RunOptions {
  @Option(
      names = "--contestants",
      split = ",",
      converter = Contestant.Converter.class,
      description = "Who is measured (default: all).")
  public List<Contestant> contestants = List.of(Contestant.values());

  @Option(
      names = "--parallelism",
      converter = Values.HowMany.class,
      defaultValue = "2",
      description = "Of everyone but weir-direct (default: ${DEFAULT-VALUE}).")
  public int parallelism;

  @Option(names = "--heap", defaultValue = "2g", description = "-Xmx (default: ${DEFAULT-VALUE}).")
  public String heap = "";

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description = "Rule book of all of them (default: the rules about users alone).")
  @Nullable Path rules;

  @Option(
      names = "--models",
      paramLabel = "FILE",
      split = ",",
      converter = Values.OldFile.class,
      description = "Models that its rules name; only Weir's own jobs know such rules.")
  List<Path> models = List.of();

  @Option(
      names = "--tuned",
      paramLabel = "OPTIONS",
      defaultValue = "--parallelism=2 --maxBundleSize=10000 --maxBundleTimeMills=200",
      description = "Options of weir-flink-tuned (default: ${DEFAULT-VALUE}).")
  String tuned = "";

  @Option(
      names = "--job-option",
      description = "A further option of Weir's own jobs, such as --job-option=--readBatch=20.")
  List<String> jobOptions = List.of();

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      converter = Values.Seconds.class,
      defaultValue = "900",
      description = "Give a run up after that (default: ${DEFAULT-VALUE}).")
  public long patienceSeconds;

  @Option(
      names = "--profile",
      description = "Records each run, which costs a little, and draws where the time went.")
  public boolean profile;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      defaultValue = "bench-results",
      description = "Where results go (default: ${DEFAULT-VALUE}).")
  public Path out = Path.of(".");

  /** The book that was given, or one that a program written by hand knows as well. */
  public RuleBook book() {
    return rules == null
        ? RuleBookReader.readOfUsers()
        : RuleBookReader.parseFirst(
            rules.toString(),
            RuleBookReader.text(rules),
            Models.of(models.stream().map(ModelFile::read).toList()));
  }

  /** Whether a book was given. */
  public boolean hasRules() {
    return rules != null;
  }

  public Setting setting(double warmFrom) {
    return new Setting(parallelism, rules == null ? ofUsers() : rules, warmFrom);
  }

  /** The book that all of them know, beside the results. */
  private Path ofUsers() {
    try {
      return Files.writeString(out.resolve("rules.yaml"), RuleBookReader.textOfUsers());
    } catch (IOException failed) {
      throw new UncheckedIOException(out + " is no folder for a rule book: " + failed, failed);
    }
  }

  /** All arguments of a contestant but the topics. */
  public List<String> arguments(Contestant contestant, Setting setting) {
    List<String> all =
        new ArrayList<>(
            contestant.options(
                setting.parallelism(),
                Arrays.stream(tuned.split(" ")).filter(each -> !each.isEmpty()).toList()));
    if (contestant.isWeir()) {
      all.addAll(jobOptions);
      models.forEach(each -> all.add("--models=" + each.toAbsolutePath()));
    }
    Path book = setting.rules();
    if (book != null) {
      all.add("--rules=" + book.toAbsolutePath());
    }
    return all;
  }

  /** The settings on which the figures depend, for the report. */
  public Map<String, String> settings() {
    return Map.of(
        "job options",
        String.join(" ", jobOptions),
        "parallelism",
        Integer.toString(parallelism),
        "heap",
        heap,
        "rules",
        rules == null ? "of users" : rules.toString(),
        "models",
        models.stream().map(Path::toString).collect(Collectors.joining(" ")),
        "tuned",
        tuned);
  }

  /**
   * Checks, before hours are spent, that all contestants are built and the results have a folder.
   */
  public void check() {
    if (!models.isEmpty()) {
      contestants.stream()
          .filter(each -> !each.isWeir())
          .findFirst()
          .ifPresent(
              each -> {
                throw new MisuseException("--models: " + each.label() + " knows no models");
              });
    }
    contestants.forEach(each -> each.module().classPath());
    try {
      Files.createDirectories(out);
    } catch (IOException failed) {
      throw new UncheckedIOException(out + " is no folder for results: " + failed, failed);
    }
  }
}
