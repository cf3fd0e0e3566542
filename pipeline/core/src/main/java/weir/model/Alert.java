package weir.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule's judgement of one transaction or window, given what it has seen. Of two alerts with the
 * same id the one that has seen more knows all that the other knew, and replaces it.
 *
 * @param book the number of the book that the rule stood in
 * @param mode what it amounts to
 * @param transactionId the judged transaction; absent where a whole window is judged
 * @param eventTime time of the judged transaction, or of the newest that a judged window counts
 * @param windowStart where the window begins; for a transaction's window just after it
 * @param seen how many transactions the window held when this was judged
 * @param observed what was compared with the limit; absent where an expression held
 * @param values what the features of an expression said, as JSON; absent for other kinds
 * @param by by which keys besides the user the rule looked, and the value of each in the judged
 *     transaction, as {@link FlatJson}; absent for a rule that looks at the user only
 * @param evidence ids of the transactions that ground the finding, the newest at most
 * @param evidenceCount how many transactions ground it in all
 */
public record Alert(
    String id,
    Status status,
    String ruleId,
    int ruleVersion,
    int book,
    Mode mode,
    Severity severity,
    String userId,
    @Nullable String transactionId,
    long eventTime,
    long windowStart,
    long windowEnd,
    long seen,
    @Nullable BigDecimal observed,
    @Nullable BigDecimal limit,
    @Nullable String unit,
    @Nullable String values,
    @Nullable String by,
    List<String> evidence,
    long evidenceCount,
    String reason)
    implements Judgement {

  /** Of a rule that compares something with a limit. */
  public Alert(
      String id,
      Status status,
      String ruleId,
      int ruleVersion,
      int book,
      Mode mode,
      Severity severity,
      String userId,
      @Nullable String transactionId,
      long eventTime,
      long windowStart,
      long windowEnd,
      long seen,
      BigDecimal observed,
      BigDecimal limit,
      String unit,
      List<String> evidence,
      long evidenceCount,
      String reason) {
    this(
        id,
        status,
        ruleId,
        ruleVersion,
        book,
        mode,
        severity,
        userId,
        transactionId,
        eventTime,
        windowStart,
        windowEnd,
        seen,
        observed,
        limit,
        unit,
        /* values= */ null,
        /* by= */ null,
        evidence,
        evidenceCount,
        reason);
  }

  /** An alert names no more evidence than this, so that its size has a bound. */
  public static final int MOST_EVIDENCE = 20;

  /** Whether the finding stands. */
  public enum Status {
    RAISED("raised"),
    /** A later arrival took the ground away. */
    WITHDRAWN("withdrawn");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    public static Status of(String code) {
      return code.equals(WITHDRAWN.code) ? WITHDRAWN : RAISED;
    }
  }

  /** What an alert amounts to. */
  public enum Mode {
    /** It flags what it is about. */
    LIVE("live"),
    /** Somebody wanted to hear nothing of this rule and user for a while: it flags nothing. */
    SNOOZED("snoozed"),
    /** The rule is on trial: it flags nothing, and is told to those who look at the trial. */
    SHADOW("shadow");

    private final String code;

    Mode(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }

    /** The mode of this code. */
    public static Mode of(String code) {
      for (Mode mode : values()) {
        if (mode.code.equals(code)) {
          return mode;
        }
      }
      throw new IllegalArgumentException("no mode of an alert: " + code);
    }
  }

  public Alert {
    evidence = List.copyOf(evidence);
  }

  public boolean isRaised() {
    return status == Status.RAISED;
  }

  /** What it amounts to, in a word: how severe it is, if it stands and flags anything. */
  public String standing() {
    if (!isRaised()) {
      return status.code();
    }
    return mode == Mode.LIVE ? severity.code() : mode.code();
  }

  /** Whether it is told only to those who look at rules on trial. */
  public boolean isShadow() {
    return mode == Mode.SHADOW;
  }

  @Override
  public <X extends Exception> void match(Cases<X> cases) throws X {
    cases.alert(this);
  }
}
