package weir.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule's judgement of one transaction or window, given what it has seen. Of two alerts with the
 * same id the one that has seen more knows all that the other knew, and replaces it.
 *
 * @param book the number of the book that the rule stood in
 * @param transactionId the judged transaction; absent where a whole window is judged
 * @param eventTime time of the judged transaction, or of the newest that a judged window counts
 * @param windowStart where the window begins; for a transaction's window just after it
 * @param seen how many transactions the window held when this was judged
 * @param evidence ids of the transactions that ground the finding, the newest at most
 * @param evidenceCount how many transactions ground it in all
 */
public record Alert(
    String id,
    Status status,
    String ruleId,
    int ruleVersion,
    int book,
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
    String reason)
    implements Judgement {

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

  public Alert {
    evidence = List.copyOf(evidence);
  }

  public boolean isRaised() {
    return status == Status.RAISED;
  }

  @Override
  public <X extends Exception> void match(Cases<X> cases) throws X {
    cases.alert(this);
  }
}
