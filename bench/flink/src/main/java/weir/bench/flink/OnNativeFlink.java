package weir.bench.flink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import weir.bench.twin.AnswerTopics;
import weir.bench.twin.Twin;
import weir.bench.twin.TwinOptions;
import weir.book.RuleBook;
import weir.judge.Acceptance;
import weir.judge.KeyJudge;
import weir.judge.UserJudge;
import weir.keys.Keys;
import weir.model.Accepted;
import weir.model.Dossier;
import weir.model.Judgement;
import weir.model.LogRecord;
import weir.notice.Announcements;
import weir.rules.TotalInWindows;

/**
 * The pipeline by hand on Flink, in a cluster within this process like the FlinkRunner's, with
 * state on the heap. Between shuffles all steps are chained, and nothing is copied. Watermarks are
 * log times. A partition without records holds them up, which keeps old windows but changes no
 * answer.
 */
public final class OnNativeFlink {
  private final TwinOptions options;
  private final KafkaSink<Judgement> sink;

  private OnNativeFlink(TwinOptions options) {
    this.options = options;
    this.sink = sink(options.answers("OnNativeFlink"));
  }

  public static void main(String[] args) {
    Twin.main(args, options -> new OnNativeFlink(options).run());
  }

  private void run() throws Exception {
    StreamExecutionEnvironment flink =
        StreamExecutionEnvironment.createLocalEnvironment(
            options.parallelism(),
            new Configuration()
                .set(PipelineOptions.OBJECT_REUSE, true)
                .set(PipelineOptions.GENERIC_TYPES, false));
    if (options.savesState()) {
      flink.enableCheckpointing(options.checkpointingInterval());
    }
    build(flink);
    flink.execute("weir");
  }

  private void build(StreamExecutionEnvironment flink) {
    RuleBook book = options.book();
    SingleOutputStreamOperator<Accepted> received =
        flink
            .fromSource(source(), WatermarkStrategy.forMonotonousTimestamps(), "read transactions")
            .process(new ExamineRecord(Acceptance.of(book)))
            .returns(Types.RECEIVED);
    write(received.getSideOutput(ExamineRecord.REJECTED), "dead letters");

    SingleOutputStreamOperator<Judgement> judged =
        received
            .keyBy(each -> each.transaction().userId(), TypeInformation.of(String.class))
            .process(new JudgeUser(new UserJudge(book)))
            .returns(Types.JUDGEMENT);
    write(judged, "alerts");

    for (TotalInWindows rule : book.totals()) {
      write(totals(judged, rule), "alerts of " + rule.header().id());
    }
    judgeAtKeys(book, judged);
  }

  /** What comes to a key comes from the user and from all keys before it. */
  private void judgeAtKeys(RuleBook book, SingleOutputStreamOperator<Judgement> ofUsers) {
    Keys keys = Keys.of(book.charter());
    List<SingleOutputStreamOperator<Judgement>> before = new ArrayList<>(List.of(ofUsers));
    for (int i = 0; i < keys.size(); i++) {
      int key = i;
      DataStream<Dossier> coming = before.get(0).getSideOutput(JudgeKey.to(key));
      for (SingleOutputStreamOperator<Judgement> each : before.subList(1, before.size())) {
        coming = coming.union(each.getSideOutput(JudgeKey.to(key)));
      }
      SingleOutputStreamOperator<Judgement> judged =
          coming
              .keyBy(
                  each -> Objects.requireNonNull(keys.value(key, each.transaction())),
                  TypeInformation.of(String.class))
              .process(
                  new JudgeKey(
                      new KeyJudge(
                          key, book.charter(), Announcements.always(book), /* verdicts= */ false)))
              .returns(Types.JUDGEMENT);
      write(judged, "alerts by " + keys.name(key));
      before.add(judged);
    }
  }

  /**
   * A window stays open long enough for what the judge lets through, which may be older than the
   * log.
   */
  private DataStream<Judgement> totals(
      SingleOutputStreamOperator<Judgement> judged, TotalInWindows rule) {
    RuleBook book = options.book();
    long behind = book.allowedLatenessMillis() + book.allowedClockSkewMillis() + rule.heldMillis();
    return judged
        .getSideOutput(JudgeUser.spent(rule.header().id()))
        .keyBy(Purse::key, Purse.TYPE)
        .window(new SlidingWindows(rule.windowMillis(), rule.everyMillis()))
        .allowedLateness(Duration.ofMillis(behind))
        .trigger(new AtEveryArrival())
        .aggregate(new AddUp(), new JudgeTotal(rule), Types.SPENDING, Types.JUDGEMENT);
  }

  private void write(DataStream<Judgement> answers, String name) {
    answers.sinkTo(sink).name("write " + name);
  }

  private static Properties properties(Map<String, Object> config) {
    Properties properties = new Properties();
    properties.putAll(config);
    return properties;
  }

  private KafkaSource<LogRecord> source() {
    return KafkaSource.<LogRecord>builder()
        .setProperties(properties(options.consumers()))
        .setTopics(options.inputTopic())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new TakeRecord())
        .build();
  }

  private KafkaSink<Judgement> sink(AnswerTopics answers) {
    return KafkaSink.<Judgement>builder()
        .setKafkaProducerConfig(properties(options.producers()))
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new ToRecord(answers))
        .build();
  }
}
