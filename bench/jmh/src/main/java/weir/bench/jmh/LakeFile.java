package weir.bench.jmh;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import weir.lake.write.FileForms;
import weir.model.FiredRule;
import weir.model.Severity;
import weir.model.Verdict;

/** A verdict goes into a file of the lake: by pages of our own, and by Parquet's own writer. */
public class LakeFile extends HotPart {
  private static final int ROWS = 50_000;
  private static final int FLAGGED_EVERY = 50;

  private final List<Verdict> verdicts =
      Simulation.received()
          .limit(ROWS)
          .map(
              each ->
                  new Verdict(
                      each.transaction(),
                      1,
                      each.transaction().time() % FLAGGED_EVERY == 0
                          ? List.of(new FiredRule("velocity", 1, Severity.HIGH))
                          : List.of(),
                      null,
                      each.transaction().time() % FLAGGED_EVERY,
                      Verdict.Change.FIRST))
          .toList();

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int pages() throws IOException {
    return FileForms.pages(verdicts);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int records() throws IOException {
    return FileForms.records(verdicts, /* dictionaries= */ true);
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public int recordsWithoutDictionaries() throws IOException {
    return FileForms.records(verdicts, /* dictionaries= */ false);
  }
}
