package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import weir.book.Key;
import weir.model.Dossier;
import weir.model.Found;
import weir.model.Transaction;

/** The binary form of a dossier. */
public final class DossierCoder extends FieldwiseCoder<Dossier> {
  private static final long serialVersionUID = 1L;
  private static final DossierCoder INSTANCE = new DossierCoder();

  /** Where the score begins in what is written first: behind a bit for each key, and one more. */
  private static final int SCORE = 1 + Key.MOST + 1;

  private static final int ONWARD = (1 << (Key.MOST + 1)) - 1;

  private DossierCoder() {}

  public static DossierCoder of() {
    return INSTANCE;
  }

  @Override
  protected void write(Dossier dossier, WireBuffer out) throws IOException {
    TransactionCoder.of().encode(dossier.transaction(), out);
    Wire.writeSigned(dossier.logTime() - dossier.transaction().time(), out);
    Wire.writeLong(bits(dossier), out);
    Wire.writeLong(dossier.seen(), out);
    Wire.writeLong(dossier.fired().size(), out);
    for (int each : dossier.fired()) {
      Wire.writeLong(each, out);
    }
    Wire.writeLong(dossier.found().size(), out);
    for (Found each : dossier.found()) {
      FoundForm.write(each, out);
    }
  }

  @Override
  public Dossier decode(InputStream in) throws IOException {
    Transaction transaction = TransactionCoder.of().decode(in);
    long logTime = transaction.time() + Wire.readSigned(in);
    long bits = Wire.readLong(in);
    long seen = Wire.readLong(in);
    int fires = Wire.readInt(in);
    List<Integer> fired = new ArrayList<>(fires);
    for (int i = 0; i < fires; i++) {
      fired.add(Wire.readInt(in));
    }
    int finds = Wire.readInt(in);
    List<Found> found = new ArrayList<>(finds);
    for (int i = 0; i < finds; i++) {
      found.add(FoundForm.read(in));
    }
    return new Dossier(
        transaction,
        logTime,
        (int) (bits >> 1) & ONWARD,
        seen,
        fired,
        Wire.optionalSmall(bits >> SCORE),
        found,
        (bits & 1) != 0);
  }

  /** What was written before there were scores is read as having none. */
  private static long bits(Dossier dossier) {
    return Wire.ofOptionalSmall(dossier.score()) << SCORE
        | (long) dossier.onward() << 1
        | (dossier.again() ? 1 : 0);
  }
}
