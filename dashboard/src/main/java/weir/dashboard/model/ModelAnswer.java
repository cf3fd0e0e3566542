package weir.dashboard.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the models in force.
 *
 * @param state whether models are in force, and if not, why the page knows of none
 * @param why a sentence, where no model is told or its scores are not known; empty otherwise
 * @param period how far back it looks: 1h, 1d or 7d
 * @param from when that begins, in epoch milliseconds
 * @param to when it ends
 * @param announced how many models stand on the control topic, in force or not
 * @param same an index below this is the same distribution
 * @param another an index over this is another distribution
 */
public record ModelAnswer(
    State state,
    String why,
    String period,
    long from,
    long to,
    int announced,
    double same,
    double another,
    List<Report> models) {

  /** Why there are models, or none. */
  public enum State {
    /** A rule in force asks a model. */
    MODELS,
    /** No rule in force asks one. */
    NONE,
    /** The control topic cannot be read now. */
    AWAY,
    /** The page was started without Kafka, and so without a control topic. */
    OFF
  }

  /**
   * One model in force.
   *
   * @param announcedAt when, in epoch milliseconds
   * @param learned what its trees were grown from
   * @param validated what their size was chosen by
   * @param tested what neither of these saw; its scores are those of the training
   * @param kept whether PostgreSQL keeps its scores: those of the first model of a book only
   * @param sample the payments that were looked at; absent if PostgreSQL told none
   * @param drift how far the scores are from training
   * @param scores how scores are distributed
   * @param alerts of its rules, by severity, mode and status
   * @param told how many of these were looked through for the inputs that they name
   */
  public record Report(
      String name,
      String learner,
      int trees,
      long announcedAt,
      String author,
      String comment,
      List<AskedBy> rules,
      Part learned,
      Part validated,
      Part tested,
      List<Metric> metrics,
      boolean kept,
      @Nullable Sample sample,
      Distance drift,
      List<Bin> scores,
      List<Input> inputs,
      List<AlertCount> alerts,
      long told) {}

  /** A rule that asks the model, and the score over which it fires. */
  public record AskedBy(String rule, int version, String severity, List<String> modes, int over) {}

  /**
   * A part of the log that the model was trained on, by the times of its first and last payment.
   */
  public record Part(long from, long to, long payments, long frauds) {}

  /** A figure of the tested span. */
  public record Metric(String name, double value) {}

  /**
   * The payments that were looked at.
   *
   * @param payments how many
   * @param scored how many of them have a score of this model
   * @param part which part of the time was read
   */
  public record Sample(long payments, long scored, double part) {}

  /**
   * How far a distribution is from that of training.
   *
   * @param index the population stability index; absent where none can be told
   * @param counted how many payments it is of
   * @param needed how many it needs at least
   */
  public record Distance(Grade grade, @Nullable Double index, long counted, long needed) {}

  /**
   * Scores from one to another, both included.
   *
   * @param then their share in training; absent where it is not known
   * @param now their share among the payments that were looked at
   */
  public record Bin(long from, long to, @Nullable Double then, @Nullable Double now) {}

  /**
   * One input of the model.
   *
   * @param influence its part of all that moved scores in training, from 0 to 1
   * @param named how many of the alerts name it among what moved their score most, by severity
   */
  public record Input(
      String text,
      @Nullable String usual,
      double influence,
      Distance drift,
      List<NamedCount> named) {}

  /** How many alerts of a severity name an input. */
  public record NamedCount(String severity, long alerts) {}

  /** How many alerts there are of a kind. */
  public record AlertCount(String severity, String mode, String status, long alerts) {}
}
