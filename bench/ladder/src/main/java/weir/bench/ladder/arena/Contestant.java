package weir.bench.ladder.arena;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import weir.launch.BuiltModule;

/** The contestants: Weir on its engines, and the same judgement by hand. */
public enum Contestant {
  PLAIN("plain", "bench/plain", "PlainLoop", null, 1, 40_000),
  NATIVE_FLINK("native-flink", "bench/flink", "OnNativeFlink", null, 1, 16_000),
  KAFKA_STREAMS("kafka-streams", "bench/streams", "OnKafkaStreams", null, 1, 16_000),
  STRUCTURED_STREAMING(
      "structured-streaming", "bench/spark", "OnStructuredStreaming", null, 4, 4000),
  WINDOWED_GROUP_BY("windowed-group-by", "bench/spark", "OnWindowedGroupBy", null, 4, 4000),
  WEIR_FLINK("weir-flink", "runners/flink", "OnFlink", NATIVE_FLINK, 1, 16_000),
  WEIR_FLINK_TUNED("weir-flink-tuned", "runners/flink", "OnFlink", NATIVE_FLINK, 1, 16_000),
  WEIR_SPARK("weir-spark", "runners/spark", "OnSpark", STRUCTURED_STREAMING, 4, 2000),
  WEIR_DIRECT("weir-direct", "runners/direct", "OnDirect", null, 200, 300);

  private final String label;
  private final String folder;
  private final String main;
  private final @Nullable Contestant peer;
  private final int share;
  private final double usualRate;

  Contestant(
      String label,
      String folder,
      String main,
      @Nullable Contestant peer,
      int share,
      double usualRate) {
    this.label = label;
    this.folder = folder;
    this.main = main;
    this.peer = peer;
    this.share = share;
    this.usualRate = usualRate;
  }

  public String label() {
    return label;
  }

  public BuiltModule module() {
    // The runners have their main classes in one package, each twin in one of its own.
    String home = folder.startsWith("bench/") ? folder.replace('/', '.') : "runners";
    return new BuiltModule(folder, "weir." + home + "." + main);
  }

  /** The contestant that does the same by hand on the same engine. */
  public @Nullable Contestant peer() {
    return peer;
  }

  /** The divisor by which a slow contestant's backlog is smaller. */
  public int share() {
    return share;
  }

  /** The rate at which the search for the greatest rate begins. */
  public double usualRate() {
    return usualRate;
  }

  /** Whether the contestant is one of Weir's jobs. */
  public boolean isWeir() {
    return folder.startsWith("runners/");
  }

  /** Whether the answers must equal the oracle's. */
  public boolean exact() {
    return this != WINDOWED_GROUP_BY;
  }

  /** The options of the contestant besides the topics. */
  List<String> options(int parallelism, List<String> tuned) {
    List<String> options = new ArrayList<>();
    switch (this) {
      case PLAIN,
          NATIVE_FLINK,
          KAFKA_STREAMS,
          STRUCTURED_STREAMING,
          WINDOWED_GROUP_BY,
          WEIR_FLINK ->
          options.add("--parallelism=" + parallelism);
      case WEIR_FLINK_TUNED -> {
        options.addAll(tuned);
        if (tuned.stream().noneMatch(option -> option.startsWith("--parallelism="))) {
          options.add("--parallelism=" + parallelism);
        }
      }
      case WEIR_SPARK -> options.add("--sparkMaster=local[" + parallelism + "]");
      case WEIR_DIRECT -> {
        // A second worker would mostly wait for the first, so the job's default of one stays.
      }
    }
    return options;
  }

  static final class Converter implements ITypeConverter<Contestant> {
    @Override
    public Contestant convert(String text) {
      return Arrays.stream(values())
          .filter(each -> each.label.equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "no contestant '"
                          + text
                          + "', expected one of "
                          + String.join(
                              ", ", Arrays.stream(values()).map(Contestant::label).toList())));
    }
  }
}
