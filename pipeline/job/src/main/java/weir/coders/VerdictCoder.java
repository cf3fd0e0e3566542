package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import weir.model.FiredRule;
import weir.model.Severity;
import weir.model.Transaction;
import weir.model.Verdict;

/** The binary form of a verdict. */
public final class VerdictCoder extends FieldwiseCoder<Verdict> {
  private static final long serialVersionUID = 1L;
  private static final VerdictCoder INSTANCE = new VerdictCoder();

  private VerdictCoder() {}

  public static VerdictCoder of() {
    return INSTANCE;
  }

  @Override
  protected void write(Verdict verdict, WireBuffer out) throws IOException {
    TransactionCoder.of().encode(verdict.transaction(), out);
    // What was written before there were scores is read as having none.
    Wire.writeLong(Wire.ofOptionalSmall(verdict.score()) << Integer.SIZE | verdict.book(), out);
    Wire.writeLong(verdict.fired().size(), out);
    for (FiredRule rule : verdict.fired()) {
      Wire.writeText(rule.id(), out);
      Wire.writeLong(rule.version(), out);
      Wire.writeEnum(rule.severity(), out);
    }
    Wire.writeLong(verdict.seen(), out);
    Wire.writeEnum(verdict.change(), out);
  }

  @Override
  public Verdict decode(InputStream in) throws IOException {
    Transaction transaction = TransactionCoder.of().decode(in);
    long bookAndScore = Wire.readLong(in);
    int size = Wire.readInt(in);
    List<FiredRule> fired = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      fired.add(
          new FiredRule(Wire.readText(in), Wire.readInt(in), Wire.readEnum(Severity.class, in)));
    }
    return new Verdict(
        transaction,
        (int) bookAndScore,
        fired,
        Wire.optionalSmall(bookAndScore >> Integer.SIZE),
        Wire.readLong(in),
        Wire.readEnum(Verdict.Change.class, in));
  }
}
