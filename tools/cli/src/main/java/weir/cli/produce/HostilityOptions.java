package weir.cli.produce;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import weir.command.Values;
import weir.traffic.Hostility;

/** How badly the log is treated. */
final class HostilityOptions {
  @Option(
      names = "--hostile",
      description = "Some out of order, late, twice, from the future and malformed.")
  boolean hostile;

  @Option(
      names = "--out-of-order",
      paramLabel = "SHARE",
      converter = Values.Share.class,
      description = "Held up, but in time.")
  @Nullable Double outOfOrder;

  @Option(
      names = "--late",
      paramLabel = "SHARE",
      converter = Values.Share.class,
      description = "Held up for longer than allowed.")
  @Nullable Double late;

  @Option(
      names = "--duplicates",
      paramLabel = "SHARE",
      converter = Values.Share.class,
      description = "Sent twice.")
  @Nullable Double duplicates;

  @Option(
      names = "--future",
      paramLabel = "SHARE",
      converter = Values.Share.class,
      description = "By a clock that is fast.")
  @Nullable Double future;

  @Option(
      names = "--malformed",
      paramLabel = "SHARE",
      converter = Values.Share.class,
      description = "Broken.")
  @Nullable Double malformed;

  @Option(
      names = "--lagging-partition",
      paramLabel = "TIME",
      converter = Values.Length.class,
      description = "How long the first partition lags behind the others, such as 20s.")
  @Nullable Duration lag;

  /** What was asked for; throws {@link IllegalArgumentException} if that cannot be. */
  Hostility hostility() {
    Hostility otherwise = hostile ? Hostility.USUAL : Hostility.NONE;
    return new Hostility(
        outOfOrder == null ? otherwise.outOfOrder() : outOfOrder,
        late == null ? otherwise.late() : late,
        duplicates == null ? otherwise.duplicates() : duplicates,
        future == null ? otherwise.future() : future,
        malformed == null ? otherwise.malformed() : malformed,
        lag == null ? otherwise.lagMillis() : lag.toMillis());
  }
}
