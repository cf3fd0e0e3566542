package weir.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import weir.learn.InputScale;
import weir.learn.Learner;
import weir.train.report.Report;
import weir.train.rows.Rows;
import weir.train.rows.Split;

/**
 * Says how long a training of many rows takes and how much memory. Its arguments are the learner,
 * how many rows, how many inputs, and a file for the report.
 */
final class ManyRows {
  private static final long SPAN = 180L * 86_400_000;
  private static final int USERS = 50_000;

  private ManyRows() {}

  public static void main(String[] args) throws IOException {
    Learner learner = Learner.of(args[0]).orElseThrow();
    int inputs = Integer.parseInt(args[2]);
    long start = System.nanoTime();
    Rows rows = rows(Integer.parseInt(args[1]), inputs);
    said("rows made", start);
    List<InputSpec> specs = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      specs.add(new InputSpec("f" + i, new InputScale(2), /* normal= */ null));
    }
    Split split = Split.ofHundredths(rows, 60, 20, /* gapMillis= */ 0);
    long begin = System.nanoTime();
    String[] last = {""};
    Trained trained =
        Trainer.of(new TrainingData(specs, new TreeMap<>(), rows, split), Settings.of(learner))
            .run(
                (step, done, all) -> {
                  if (!step.equals(last[0])) {
                    said(step, begin);
                    last[0] = step;
                  }
                });
    said("trained", begin);
    for (Report.Figure each : trained.report().figures()) {
      System.out.println(each.name() + ": " + each.value());
    }
    System.out.println(trained.artefact().length + " bytes, " + trained.model().name());
    Files.writeString(Path.of(args[3]), trained.report().html());
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .forEach(System.out::println);
  }

  private static void said(String step, long since) {
    System.out.printf("%6.1f s %s%n", (System.nanoTime() - since) / 1e9, step);
  }

  /** Frauds have greater values in a third of the inputs; a third of the values are few. */
  private static Rows rows(int number, int inputs) {
    SplittableRandom random = new SplittableRandom(1);
    Rows.Builder rows = Rows.builder(inputs);
    long[] values = new long[inputs];
    for (int i = 0; i < number; i++) {
      boolean fraud = random.nextInt(100) == 0;
      for (int input = 0; input < inputs; input++) {
        double size = random.nextDouble() * 10 + (fraud && input % 3 == 0 ? 0.8 : 0);
        values[input] =
            switch (input % 3) {
              case 0 -> (long) StrictMath.exp(size);
              case 1 -> (long) size;
              default -> random.nextInt(9) == 0 ? InputScale.MISSING : (long) (1_000 * size);
            };
      }
      long time = random.nextLong(SPAN);
      rows.add(values, time, "user-" + random.nextInt(USERS), fraud ? time : Rows.NEVER);
    }
    return rows.build();
  }
}
