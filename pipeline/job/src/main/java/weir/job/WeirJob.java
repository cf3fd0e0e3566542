package weir.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.files.ClientProperties;
import weir.judge.Acceptance;
import weir.judge.Floor;
import weir.judge.Hearing;
import weir.judge.NewAnswers;
import weir.kafka.KafkaSettings;
import weir.kafka.read.Idleness;
import weir.kafka.read.ReadSettings;
import weir.kafka.read.ReadTopic;
import weir.kafka.restart.FollowedRun;
import weir.kafka.restart.Rewind;
import weir.launch.ParentWatch;
import weir.options.CommandLineOptions;
import weir.options.OptionHelp;
import weir.options.OptionValues;
import weir.options.StartFrom;
import weir.options.WeirOptions;
import weir.patience.Patience;
import weir.topics.InputTopic;
import weir.topics.TopicLookup;

/** Runs the pipeline from a command line, and reports a mistake in it in one line. */
public final class WeirJob {
  private static final Logger LOG = LoggerFactory.getLogger(WeirJob.class);
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private static final AtomicBoolean TOLD = new AtomicBoolean();

  /** Flink's option for a job that goes on by itself on its cluster. */
  private static final String DETACHED = "--attachedMode=false";

  private WeirJob() {}

  /**
   * Runs until the job ends or the process is stopped, then ends the process if the job failed.
   *
   * @param defaults the engine's options where the command line does not say otherwise
   */
  public static void main(String[] args, String... defaults) {
    main(args, (Engine) WeirJob::withoutMetrics, defaults);
  }

  /**
   * The same on an engine that has metrics to show, or is not ready for a job by its options alone.
   */
  public static void main(String[] args, Engine engine, String... defaults) {
    int exit = run(args, engine, defaults);
    if (exit != 0) {
      End.with(exit);
    }
  }

  @SuppressWarnings("SystemOut") // A command line speaks to whoever typed it.
  private static int run(String[] args, Engine engine, String... defaults) {
    ParentWatch.start();
    try {
      if (List.of(args).contains("--help")) {
        OptionHelp.print(System.out, CommandLineOptions.parse(new String[0], defaults));
        return 0;
      }
      WeirOptions options = CommandLineOptions.parse(args, defaults);
      Integer metricsPort = options.getMetricsPort();
      if (metricsPort != null) {
        OptionValues.checkIsFree("metricsPort", metricsPort);
      }
      Optional<WholeLogJob> whole = WholeLogJob.of(options, List.of(args));
      engine.prepare(options);
      Pipeline pipeline = Pipeline.create(options);
      Rules rules =
          whole.isPresent() ? whole.get().build(pipeline) : build(pipeline, options, engine);
      engine.settle(options, rules.charter());
      System.err.println(
          "weir: " + whole.map(its -> its.street(rules)).orElseGet(() -> street(options, rules)));
      PipelineResult job = pipeline.run();
      if (!List.of(args).contains(DETACHED)) {
        job.waitUntilFinish();
      }
      return 0;
    } catch (MisuseException misuse) {
      System.err.println("weir: " + misuse.getMessage());
      return MISUSED;
    } catch (UnavailableException unavailable) {
      say(String.valueOf(unavailable.getMessage()));
      return FAILED;
    } catch (Throwable failed) {
      // Errors too: other threads would keep a process alive that judges nothing.
      tell(failed);
      return FAILED;
    }
  }

  /**
   * Ends the process as soon as the patience with a server is over. An engine inside this process
   * does not try again, and would hold a failure back behind work that waits for the same server.
   */
  public static void endWhenPatienceEnds() {
    Patience.tell(WeirJob::endWith);
  }

  private static void endWith(Throwable failed) {
    tell(failed);
    End.with(FAILED);
  }

  private static void tell(Throwable failed) {
    if (!TOLD.get()) {
      LOG.error("The job failed", failed);
    }
    say(JobFailure.sentence(failed));
  }

  /** Says once why the job failed; later failures follow from the first. */
  @SuppressWarnings("SystemOut")
  private static void say(String sentence) {
    if (TOLD.compareAndSet(false, true)) {
      System.err.println("weir: " + sentence);
    }
  }

  private static String street(WeirOptions options, Rules rules) {
    return String.format(
        "judges '%s' at %s by %s, alerts go to '%s'",
        options.getInputTopic(),
        options.getBootstrapServers(),
        rules.sentence(),
        options.getAlertTopic());
  }

  private static void withoutMetrics(WeirOptions options) {
    if (options.getMetricsPort() != null) {
      throw new MisuseException("--metricsPort: this engine has no metrics page");
    }
  }

  /** Builds the pipeline of a job between its Kafka topics. */
  private static Rules build(Pipeline pipeline, WeirOptions options, Engine engine) {
    // Whatever is wrong with the command line is said before anybody is asked.
    RuleChoice ruleChoice = RuleChoice.of(options);
    SinkChoice sinks = SinkChoice.of(options);
    List<SinkChoice.Output> outputs = sinks.outputs();
    checkPlaces(options, outputs);
    long commitAfter =
        Math.max(
            OptionValues.millis("commitAfter", options.getCommitAfter()),
            sinks.needs().settleMillis());
    KafkaSettings kafka =
        new KafkaSettings(
            options.getBootstrapServers(),
            options.getConsumerGroup(),
            clientProperties(options.getKafkaProperties()),
            OptionValues.patience(options));
    check(kafka);
    TopicLookup topics = new TopicLookup(kafka.forClients());
    InputTopic topic = topics.input(options.getInputTopic());
    topics.mayRead(options.getInputTopic());
    outputs.forEach(output -> topics.require(output.topic(), output.largest()));
    LabelChoice labelChoice = new LabelChoice(options, outputs, topics, topic.live());
    Rules rules = ruleChoice.settle(kafka, topic.live(), labelChoice::lookUp);
    Optional<InputTopic> labels = labelChoice.topic();
    InputTopic all = labels.map(topic::and).orElse(topic);
    Idleness idleness = idleness(options, topic);
    Rewind start =
        options.getStartFrom() == StartFrom.COMMITTED_MINUS_HORIZON
            ? Rewind.lookUp(
                all,
                kafka,
                rules.charter().rewindMillis(),
                sinks.needs().spanMillis(),
                sinks.keptRecords())
            : Rewind.none(options.getStartFrom());
    String run = UUID.randomUUID().toString();
    ReadSettings reading =
        new ReadSettings(
            start.beginning(),
            idleness,
            options.getReadBatch(),
            options.getSourcePerPartition(),
            commitAfter,
            run,
            rules.hasKeys(),
            engine.makesReadersAnew(),
            Acceptance.of(rules.charter())::accepts);
    WeirPipeline.build(
        pipeline,
        rules.above(floor(rules, new FollowedRun(kafka, all.partitions(), idleness, run))),
        new WeirPipeline.Topic(
            options.getInputTopic(), new ReadTopic(kafka, reading, topic.partitions())),
        labels.map(
            its ->
                new WeirPipeline.Topic(
                    LabelChoice.name(options),
                    new ReadTopic(
                        kafka,
                        reading.accepting(Hearing.of(rules.charter())::matters),
                        its.partitions()))),
        sinks.open(
            kafka,
            rules,
            new NewAnswers(
                start.newFrom(), rules.charter().allowedLatenessMillis(), start.committed())));
    return rules;
  }

  /** Without further keys no step asks for one. */
  private static Floor floor(Rules rules, FollowedRun run) {
    return rules.hasKeys() ? run.floor() : Floor.NONE;
  }

  private static Idleness idleness(WeirOptions options, InputTopic topic) {
    if (topic.live()) {
      return Idleness.WALL_CLOCK;
    }
    return options.getInputComplete() ? Idleness.CLOSE : Idleness.WAIT;
  }

  /** A job that reads its own answers would never end. */
  private static void checkPlaces(WeirOptions options, List<SinkChoice.Output> outputs) {
    OptionValues.checkServers("bootstrapServers", options.getBootstrapServers());
    OptionValues.checkTopic("inputTopic", options.getInputTopic());
    LabelChoice.checkName(options);
    for (SinkChoice.Output output : outputs) {
      OptionValues.checkTopic(output.option(), output.topic());
      if (output.topic().equals(options.getInputTopic())) {
        throw new MisuseException(
            "--" + output.option() + ": '" + output.topic() + "' is the topic that is read");
      }
    }
    if (options.getConsumerGroup().isBlank()) {
      throw OptionValues.found("consumerGroup", options.getConsumerGroup(), "a name");
    }
  }

  private static void check(KafkaSettings kafka) {
    try {
      kafka.check();
    } catch (IllegalArgumentException wrong) {
      throw new MisuseException("--kafkaProperties: " + wrong.getMessage());
    }
  }

  private static Map<String, String> clientProperties(@Nullable String file) {
    if (file == null) {
      return Map.of();
    }
    try {
      return ClientProperties.read(Path.of(file));
    } catch (IOException unreadable) {
      throw new MisuseException("--kafkaProperties: " + unreadable.getMessage());
    }
  }
}
