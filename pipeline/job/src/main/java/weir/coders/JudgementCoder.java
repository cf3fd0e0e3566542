package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import weir.model.Alert;
import weir.model.Judgement;
import weir.model.Rejected;
import weir.model.TowardsTotal;
import weir.model.Verdict;

/** The binary form of a judgement: a byte that says which it is, then its fields. */
public final class JudgementCoder extends FieldwiseCoder<Judgement> {
  private static final long serialVersionUID = 1L;
  private static final JudgementCoder INSTANCE = new JudgementCoder();

  private static final int SPENT = 1;
  private static final int ALERT = 2;
  private static final int REJECTED = 3;
  private static final int VERDICT = 4;

  private JudgementCoder() {}

  public static JudgementCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Judgement judgement, OutputStream out) throws IOException {
    if (judgement instanceof TowardsTotal spent) {
      out.write(SPENT);
      TowardsTotalCoder.of().encode(spent, out);
    } else if (judgement instanceof Alert alert) {
      out.write(ALERT);
      AlertCoder.of().encode(alert, out);
    } else if (judgement instanceof Rejected rejected) {
      out.write(REJECTED);
      RejectedCoder.of().encode(rejected, out);
    } else if (judgement instanceof Verdict verdict) {
      out.write(VERDICT);
      VerdictCoder.of().encode(verdict, out);
    }
  }

  @Override
  public Judgement decode(InputStream in) throws IOException {
    int kind = in.read();
    return switch (kind) {
      case SPENT -> TowardsTotalCoder.of().decode(in);
      case ALERT -> AlertCoder.of().decode(in);
      case REJECTED -> RejectedCoder.of().decode(in);
      case VERDICT -> VerdictCoder.of().decode(in);
      default -> throw new IOException("no kind of judgement: " + kind);
    };
  }
}
