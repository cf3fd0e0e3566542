package weir.cli.produce;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import weir.command.Values;
import weir.traffic.Rate;
import weir.traffic.Scenario;

/** What is sent: how much, by how many, and what happens among them. */
public final class TrafficOptions {
  @Option(
      names = "--rate",
      paramLabel = "N[..M]",
      converter = RateConverter.class,
      description =
          "Transactions per second, or a day that goes from so many at night to so many at its"
              + " peak (default: 10..100).")
  @Nullable Rate rate;

  @Option(
      names = "--users",
      converter = Values.HowMany.class,
      defaultValue = "20000",
      description = "How many cardholders (default: ${DEFAULT-VALUE}).")
  int users;

  @Mixin ScenarioOption world = new ScenarioOption();

  Rate rate() {
    return rate == null ? new Rate(10, 100) : rate;
  }

  Scenario scenario() {
    return world.scenario();
  }

  /** A rate as people write it. */
  public static final class RateConverter implements ITypeConverter<Rate> {
    @Override
    public Rate convert(String text) {
      try {
        return Rate.parse(text);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(
            "'" + text + "' is no rate, expected a number over 0 such as 50, or 10..100");
      }
    }
  }
}
