package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import weir.model.Alert;
import weir.model.Dossier;
import weir.model.Judgement;
import weir.model.Rejected;
import weir.model.TowardsTotal;
import weir.model.Verdict;

/** The binary form of a judgement: a byte that says which it is, then its fields. */
public final class JudgementCoder extends FieldwiseCoder<Judgement> {
  private static final long serialVersionUID = 1L;
  private static final JudgementCoder INSTANCE = new JudgementCoder();

  private static final int TOWARDS_TOTAL = 1;
  private static final int ALERT = 2;
  private static final int REJECTED = 3;
  private static final int VERDICT = 4;
  private static final int DOSSIER = 5;

  private JudgementCoder() {}

  public static JudgementCoder of() {
    return INSTANCE;
  }

  @Override
  protected void write(Judgement judgement, WireBuffer out) throws IOException {
    judgement.match(new Encoding(out));
  }

  @Override
  public Judgement decode(InputStream in) throws IOException {
    int kind = in.read();
    return switch (kind) {
      case TOWARDS_TOTAL -> TowardsTotalCoder.of().decode(in);
      case ALERT -> AlertCoder.of().decode(in);
      case REJECTED -> RejectedCoder.of().decode(in);
      case VERDICT -> VerdictCoder.of().decode(in);
      case DOSSIER -> DossierCoder.of().decode(in);
      default -> throw new IOException("no kind of judgement: " + kind);
    };
  }

  private record Encoding(WireBuffer out) implements Judgement.Cases<IOException> {
    @Override
    public void alert(Alert alert) throws IOException {
      out.write(ALERT);
      AlertCoder.of().encode(alert, out);
    }

    @Override
    public void verdict(Verdict verdict) throws IOException {
      out.write(VERDICT);
      VerdictCoder.of().encode(verdict, out);
    }

    @Override
    public void towardsTotal(TowardsTotal counted) throws IOException {
      out.write(TOWARDS_TOTAL);
      TowardsTotalCoder.of().encode(counted, out);
    }

    @Override
    public void rejected(Rejected conflict) throws IOException {
      out.write(REJECTED);
      RejectedCoder.of().encode(conflict, out);
    }

    @Override
    public void dossier(Dossier dossier) throws IOException {
      out.write(DOSSIER);
      DossierCoder.of().encode(dossier, out);
    }
  }
}
