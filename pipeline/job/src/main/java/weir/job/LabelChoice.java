package weir.job;

import java.util.List;
import java.util.Optional;
import weir.book.Charter;
import weir.failure.MisuseException;
import weir.options.OptionValues;
import weir.options.WeirOptions;
import weir.topics.InputTopic;
import weir.topics.TopicLookup;

/** From where a command line wants labels, if the charter has some. */
final class LabelChoice {
  private final WeirOptions options;
  private final List<SinkChoice.Output> outputs;
  private final TopicLookup topics;
  private final boolean live;

  /** What was found, once the charter is known. */
  private Optional<InputTopic> found = Optional.empty();

  /**
   * The choice of a command line.
   *
   * @param outputs the topics that are written
   * @param live whether the log times of transactions are the brokers' clock
   */
  LabelChoice(
      WeirOptions options, List<SinkChoice.Output> outputs, TopicLookup topics, boolean live) {
    this.options = options;
    this.outputs = outputs;
    this.topics = topics;
    this.live = live;
  }

  static String name(WeirOptions options) {
    String named = options.getLabelTopic();
    return named == null ? options.getInputTopic() + ".labels" : named;
  }

  /** Looks whether it can be the name of a topic of labels; nobody is asked yet. */
  static void checkName(WeirOptions options) {
    String named = options.getLabelTopic();
    if (named == null) {
      return;
    }
    OptionValues.checkTopic("labelTopic", named);
    if (named.equals(options.getInputTopic())) {
      throw new MisuseException("--labelTopic: '" + named + "' is the topic of transactions");
    }
    if (named.equals(RuleChoice.topic(options))) {
      throw new MisuseException("--labelTopic: '" + named + "' is the topic of rules");
    }
  }

  /** The topic as it is; none if the charter has no labels, or before it was looked for. */
  Optional<InputTopic> topic() {
    return found;
  }

  /** Whether the charter has labels; if not, the command line must name no topic of them. */
  static boolean areAskedFor(WeirOptions options, Charter charter) {
    if (!charter.labels() && options.getLabelTopic() != null) {
      throw new MisuseException(
          "--labelTopic: the charter of this log has no labels ('labels: true' in its first book);"
              + " leave it out");
    }
    return charter.labels();
  }

  /** Looks for the topic, if the charter has labels. */
  void lookUp(Charter charter) {
    if (!areAskedFor(options, charter)) {
      return;
    }
    String name = name(options);
    for (SinkChoice.Output output : outputs) {
      if (output.topic().equals(name)) {
        throw new MisuseException(
            "--" + output.option() + ": '" + name + "' is the topic that labels are read from");
      }
    }
    InputTopic topic = topics.input(name);
    topics.mayRead(name);
    if (topic.live() != live) {
      throw new MisuseException(
          String.format(
              "--labelTopic: '%s' and '%s' take their time stamps from different clocks; give the"
                  + " first one the clock of the second: kafka-configs --alter --entity-type topics"
                  + " --entity-name %s --add-config message.timestamp.type=%s",
              name, options.getInputTopic(), name, live ? "LogAppendTime" : "CreateTime"));
    }
    found = Optional.of(topic);
  }
}
