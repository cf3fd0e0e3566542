package weir.lake.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.lake.write.BronzeFiles;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.sink.KeptRecords;

/**
 * Records of a log that several runs wrote to a lake, each cutting its files as it likes, and some
 * of them before times were microseconds.
 */
class KeptInLakeTest {
  private static final long START = 1_772_323_200_000L;
  private static final int PARTITIONS = 3;
  private static final int RECORDS = 600;
  private static final long HOUR = 3_600_000;

  @TempDir private Path folder = Path.of("target");

  static {
    FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
  }

  @Property(tries = 60)
  void eachPartitionComesInItsOrderAndWhole(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<LogRecord> log = log(random);
    Path bronze = Files.createTempDirectory("bronze");
    int runs = 1 + random.nextInt(3);
    for (int run = 0; run < runs; run++) {
      // Each goes on somewhat before the place that the one before it had reached.
      int begin = Math.max(0, log.size() * run / runs - random.nextInt(50));
      int end = log.size() * (run + 1) / runs;
      cut(log.subList(begin, end), 1 + random.nextInt(1_200_000), random, bronze);
    }
    BronzeFiles.write(bronze, "other", log);
    long from = START + random.nextInt((int) (3 * HOUR));

    List<LogRecord> read = read(new KeptInLake(bronze.toString()), from);

    for (int partition = 0; partition < PARTITIONS; partition++) {
      assertThat(of(partition, read)).isEqualTo(of(partition, since(from, log)));
    }
  }

  /** Times rise, but may fall by what the clocks of brokers differ. */
  private static List<LogRecord> log(Random random) {
    List<LogRecord> log = new ArrayList<>();
    long[] offsets = new long[PARTITIONS];
    long time = START;
    for (int i = 0; i < RECORDS; i++) {
      int partition = random.nextInt(PARTITIONS);
      time += random.nextInt(40_000);
      Payload payload =
          random.nextInt(9) == 0
              ? null
              : new Payload(("value " + i).getBytes(StandardCharsets.UTF_8));
      log.add(
          new LogRecord(
              new LogPosition(partition, offsets[partition]++, time - random.nextInt(4) * 10_000L),
              null,
              payload));
    }
    return log;
  }

  private static void cut(List<LogRecord> some, long every, Random random, Path bronze)
      throws IOException {
    for (List<LogRecord> span :
        some.stream()
            .collect(Collectors.groupingBy(each -> each.position().time() / every))
            .values()) {
      List<LogRecord> mixed = new ArrayList<>(span);
      Collections.shuffle(mixed, random);
      if (random.nextInt(3) == 0) {
        BronzeFiles.writeOld(bronze, "t", mixed);
      } else {
        BronzeFiles.write(bronze, "t", mixed);
      }
    }
  }

  private static List<LogRecord> read(KeptRecords kept, long from) throws IOException {
    List<LogRecord> all = new ArrayList<>();
    try (KeptRecords.Reading reading = kept.read("t", from)) {
      List<LogRecord> some = reading.next();
      while (!some.isEmpty()) {
        all.addAll(some);
        some = reading.next();
      }
    }
    return all;
  }

  /** Those that a reader takes: a record that it had already is passed over. */
  private static List<LogRecord> of(int partition, List<LogRecord> records) {
    List<LogRecord> its = new ArrayList<>();
    long next = 0;
    for (LogRecord each : records) {
      if (each.position().partition() == partition && each.position().offset() >= next) {
        its.add(each);
        next = each.position().offset() + 1;
      }
    }
    return its;
  }

  private static List<LogRecord> since(long from, List<LogRecord> log) {
    return log.stream().filter(each -> each.position().time() >= from).toList();
  }

  @Test
  void ofALakeThatIsNotThereNothingIsRead() throws IOException {
    assertThat(read(new KeptInLake(folder.resolve("nowhere").toString()), START)).isEmpty();
  }

  @Test
  void filesThatBelongToNoHourAreLeftAlone() throws IOException {
    Path odd = Files.createDirectories(folder.resolve("date=2026-03-01").resolve("hour=xx"));
    Files.writeString(odd.resolve("a.parquet"), "not a file of Parquet");
    List<LogRecord> log = log(new Random(1));
    BronzeFiles.write(folder, "t", log);
    List<LogRecord> read = read(new KeptInLake(folder.toString()), START - HOUR);
    assertThat(of(0, read)).isEqualTo(of(0, log));
  }
}
