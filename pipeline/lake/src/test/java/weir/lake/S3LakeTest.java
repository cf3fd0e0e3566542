package weir.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import weir.coders.LogRecordCoder;
import weir.lake.read.KeptInLake;
import weir.lake.write.LakeSettings;
import weir.lake.write.WriteLayer;
import weir.local.LocalS3;
import weir.model.LogRecord;
import weir.oracle.Sample;
import weir.sink.KeptRecords;

/** A lake on a store that speaks S3, by Beam's own file system of S3. */
class S3LakeTest {
  private static final Path CHECKOUT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final long START = 1_772_323_200_000L;
  private static final int RECORDS = 500;
  private static final long GAP = 20_000;

  private static PipelineOptions options(LocalS3 store) {
    return PipelineOptionsFactory.fromArgs(
            "--awsRegion=" + LocalS3.REGION,
            "--endpoint=" + store.endpoint(),
            String.format(
                "--awsCredentialsProvider={\"@type\":\"StaticCredentialsProvider\","
                    + "\"accessKeyId\":\"%s\",\"secretAccessKey\":\"%s\"}",
                LocalS3.KEY, LocalS3.SECRET))
        .create();
  }

  private static void makeBucket(LocalS3 store) {
    try (S3Client client =
        S3Client.builder()
            .endpointOverride(URI.create(store.endpoint()))
            .region(Region.of(LocalS3.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(LocalS3.KEY, LocalS3.SECRET)))
            .build()) {
      client.createBucket(request -> request.bucket("lakes"));
    }
  }

  @Test
  void recordsThatWereWrittenThereAreReadThere(@TempDir Path logs) throws Exception {
    try (LocalS3 store = LocalS3.start(CHECKOUT, logs.resolve("s3.log"))) {
      makeBucket(store);
      PipelineOptions options = options(store);
      FileSystems.setDefaultPipelineOptions(options);
      LakeSettings lake =
          LakeSettings.of("s3://lakes/of-records/", 600_000, /* bundles= */ 5, /* shards= */ 2);
      List<LogRecord> records = records();
      Pipeline pipeline = Pipeline.create(options);
      pipeline
          .apply(
              Create.timestamped(
                      records.stream()
                          .map(
                              each ->
                                  TimestampedValue.of(
                                      each, Instant.ofEpochMilli(each.position().time())))
                          .toList())
                  .withCoder(LogRecordCoder.of()))
          .apply(WriteLayer.records(lake, "transactions"));
      pipeline.run().waitUntilFinish();

      List<String> files =
          FileSystems.match(lake.folder() + "/**").metadata().stream()
              .map(each -> each.resourceId().toString())
              .toList();
      assertThat(files)
          .hasSizeGreaterThan(3)
          .allMatch(
              file ->
                  file.matches("s3://lakes/of-records/bronze/date=.{10}/hour=../[^/]+\\.parquet"));
      assertThat(read(new KeptInLake(lake.bronze()), START)).isEqualTo(records);
      long later = START + RECORDS * GAP / 2;
      assertThat(read(new KeptInLake(lake.bronze()), later))
          .isEqualTo(records.stream().filter(each -> each.position().time() >= later).toList());
    }
  }

  private static List<LogRecord> records() {
    List<LogRecord> records = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      long time = START + i * GAP;
      records.add(Sample.at(time).user("u" + i % 7).record(i, time));
    }
    return records;
  }

  private static List<LogRecord> read(KeptRecords kept, long from) throws IOException {
    List<LogRecord> all = new ArrayList<>();
    try (KeptRecords.Reading reading = kept.read("transactions", from)) {
      for (List<LogRecord> some = reading.next(); !some.isEmpty(); some = reading.next()) {
        all.addAll(some);
      }
    }
    all.sort(Comparator.comparingLong(each -> each.position().offset()));
    return all;
  }
}
