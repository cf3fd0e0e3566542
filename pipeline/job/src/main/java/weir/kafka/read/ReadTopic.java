package weir.kafka.read;

import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.NullableCoder;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;
import org.apache.beam.sdk.io.kafka.KafkaIO;
import org.apache.beam.sdk.io.kafka.KafkaRecord;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.TimestampedValue;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import weir.coders.LogRecordCoder;
import weir.kafka.KafkaSettings;
import weir.kafka.read.BatchedSource.Taken;
import weir.kafka.read.BatchedSource.Taking;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/**
 * Reads a topic. Each partition can be a source of its own: Spark takes the greatest watermark of a
 * source's partitions, but the least of several sources. On Flink one source for all is faster,
 * since what follows it then works in its thread.
 */
public final class ReadTopic extends PTransform<PBegin, PCollection<LogRecord>> {
  private static final long serialVersionUID = 1L;

  private static final long LONGEST_BATCH_NANOS = 5_000_000;

  private final KafkaSettings kafka;
  private final ReadSettings settings;
  private final List<TopicPartition> partitions;

  public ReadTopic(KafkaSettings kafka, ReadSettings settings, List<TopicPartition> partitions) {
    this.kafka = kafka;
    this.settings = settings;
    this.partitions = List.copyOf(partitions);
  }

  @Override
  public PCollection<LogRecord> expand(PBegin begin) {
    if (!settings.sourcePerPartition()) {
      return read(begin, partitions, "all partitions");
    }
    PCollectionList<LogRecord> records = PCollectionList.empty(begin.getPipeline());
    for (TopicPartition each : partitions) {
      records = records.and(read(begin, List.of(each), "partition " + each.partition()));
    }
    return records.apply("All partitions", Flatten.pCollections());
  }

  private PCollection<LogRecord> read(PBegin begin, List<TopicPartition> some, String name) {
    PipelineOptions options = begin.getPipeline().getOptions();
    return begin
        .apply(
            "Read " + name,
            Read.from(
                new BatchedSource<>(
                    SourceOf.transform(records(some), options),
                    new BatchedSource.Wanted<>(taking(some), LogRecordCoder.of()),
                    settings.batch(),
                    LONGEST_BATCH_NANOS,
                    settings.commitAfterMillis(),
                    GroupOffsets.of(kafka, settings.run(), settings.beginning()))))
        .apply("Take " + name, ParDo.of(new TakeFn()))
        .setCoder(LogRecordCoder.of());
  }

  private Taking<KafkaRecord<byte[], byte[]>, LogRecord, CheckpointMark> taking(
      List<TopicPartition> some) {
    if (!settings.tellsAgain()) {
      return mark -> ReadTopic::logRecord;
    }
    KafkaSettings its = kafka;
    ReadBefore.Settings run = new ReadBefore.Settings(settings.run(), settings.madeAnew());
    return mark -> {
      AskedGroup group = new AskedGroup(its, run.run());
      try {
        return new TellingAgain(new ReadBefore(run, group, some, mark), group);
      } catch (RuntimeException away) {
        group.close();
        throw away;
      }
    };
  }

  /** Marks what others may have read before. */
  private record TellingAgain(ReadBefore before, AskedGroup group)
      implements Taken<KafkaRecord<byte[], byte[]>, LogRecord> {
    @Override
    public LogRecord of(KafkaRecord<byte[], byte[]> record) {
      return logRecord(
          record, before.isAgain(record.getTopic(), record.getPartition(), record.getOffset()));
    }

    @Override
    public void close() {
      group.close();
    }
  }

  private KafkaIO.Read<byte[], byte[]> records(List<TopicPartition> some) {
    NullableCoder<byte[]> bytes = NullableCoder.of(ByteArrayCoder.of());
    Map<String, Object> config = kafka.forReaders();
    if (settings.abreast()) {
      config.putIfAbsent(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Abreast.FETCH_BYTES);
    }
    return KafkaIO.<byte[], byte[]>read()
        .withBootstrapServers(kafka.bootstrapServers())
        .withTopicPartitions(some)
        .withKeyDeserializerAndCoder(ByteArrayDeserializer.class, bytes)
        .withValueDeserializerAndCoder(ByteArrayDeserializer.class, bytes)
        .withConsumerConfigUpdates(config)
        .withConsumerFactoryFn(
            new StartingConsumers(
                settings.beginning(),
                partitions.size(),
                settings.abreast() ? settings.run() : null))
        .withTimestampPolicyFactory(
            new LogTimePolicyFactory(settings.idleness(), settings.accepted()));
  }

  private static final class TakeFn extends DoFn<List<TimestampedValue<LogRecord>>, LogRecord> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void take(
        @Element List<TimestampedValue<LogRecord>> batch, OutputReceiver<LogRecord> out) {
      for (TimestampedValue<LogRecord> record : batch) {
        out.outputWithTimestamp(record.getValue(), record.getTimestamp());
      }
    }
  }

  /** Headers of the input are ignored. */
  static LogRecord logRecord(KafkaRecord<byte[], byte[]> record) {
    return logRecord(record, /* again= */ false);
  }

  private static LogRecord logRecord(KafkaRecord<byte[], byte[]> record, boolean again) {
    return new LogRecord(
        new LogPosition(record.getPartition(), record.getOffset(), record.getTimestamp()),
        payload(record.getKV().getKey()),
        payload(record.getKV().getValue()),
        again);
  }

  private static @Nullable Payload payload(byte @Nullable [] bytes) {
    return bytes == null ? null : new Payload(bytes);
  }
}
