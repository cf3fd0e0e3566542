package weir.train.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import weir.command.ProgressLine;
import weir.command.TrainOptions;
import weir.failure.MisuseException;
import weir.files.Suggestion;
import weir.learn.Learner;
import weir.log.Log;
import weir.train.Settings;
import weir.train.Trained;
import weir.train.Trainer;
import weir.train.TrainingData;
import weir.train.gather.Gathered;
import weir.train.gather.Gathering;
import weir.train.rows.Rows;
import weir.train.rows.Split;

/** Reads, learns, tells and writes. */
@Command(name = "train")
final class Train implements Callable<Integer> {
  private static final int LEARNED_HUNDREDTHS = 60;
  private static final int VALIDATED_HUNDREDTHS = 20;

  @Spec @Nullable CommandSpec spec;
  @Mixin TrainOptions options = new TrainOptions();

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Learner learner = learner(options.learner);
    checkTimes();
    Results results = Results.in(options.out);
    try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr())) {
      Gathered gathered = gather(progress);
      progress.clear();
      out.print(Telling.gathered(gathered));
      out.flush();
      Split split = split(gathered);
      Trained trained =
          Trainer.of(
                  new TrainingData(gathered.inputs(), gathered.features(), gathered.rows(), split),
                  settings(learner))
              .run(progress::at);
      progress.clear();
      out.print(Telling.trained(trained));
      out.print(results.write(trained));
      out.flush();
    }
    return 0;
  }

  private Gathered gather(ProgressLine progress) {
    Source source = Source.of(options);
    try (Log log = source.open()) {
      return Gathering.of(log, source.judging(), source.wanted(), options.kindField, progress::at);
    }
  }

  private static Learner learner(String name) {
    List<String> names = Arrays.stream(Learner.values()).map(Learner::word).toList();
    return Arrays.stream(Learner.values())
        .filter(each -> each.word().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new MisuseException(
                    "--learner: found '"
                        + name
                        + "', expected "
                        + names.stream().collect(Collectors.joining(" or "))
                        + Suggestion.after(name, names)));
  }

  private Settings settings(Learner learner) {
    Settings usual = Settings.of(learner);
    return new Settings(
        learner,
        options.seed,
        options.trees,
        usual.depths(),
        options.trees,
        usual.sample(),
        usual.cards());
  }

  private void checkTimes() {
    Instant before = null;
    String name = "";
    List<String> names = List.of("--from", "--validate-from", "--test-from", "--to");
    List<@Nullable Instant> times =
        Arrays.asList(options.log.from, options.validateFrom, options.testFrom, options.log.to);
    for (int i = 0; i < names.size(); i++) {
      Instant time = times.get(i);
      if (time != null) {
        if (before != null && !before.isBefore(time)) {
          throw new MisuseException(names.get(i) + " must be after " + name);
        }
        before = time;
        name = names.get(i);
      }
    }
    if ((options.validateFrom == null) != (options.testFrom == null)) {
      throw new MisuseException(
          "--validate-from and --test-from go together: the spans follow each other");
    }
  }

  private Split split(Gathered gathered) {
    Rows rows = gathered.rows();
    Duration told = options.gap;
    long gap = told == null ? gathered.usualDelayMillis() : told.toMillis();
    Split usual = Split.ofHundredths(rows, LEARNED_HUNDREDTHS, VALIDATED_HUNDREDTHS, gap);
    if (options.validateFrom == null || options.testFrom == null) {
      return usual;
    }
    long testFrom = options.testFrom.toEpochMilli();
    return new Split(
        options.validateFrom.toEpochMilli(), testFrom, Math.max(testFrom, usual.testTo()), gap);
  }
}
