package weir.coders;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import weir.feature.FoldingHistory;
import weir.fold.Folded;
import weir.history.History;
import weir.judge.KeyHistory;
import weir.model.Dossier;

/** The binary form of what a value of a key has of transactions. */
public final class KeyHistoryCoder extends FieldwiseCoder<KeyHistory> {
  private static final long serialVersionUID = 1L;

  @Override
  protected void write(KeyHistory known, WireBuffer out) throws IOException {
    History history = known.transactions().history();
    Wire.writeSigned(known.newestLogTime(), out);
    Wire.writeLong(history.size(), out);
    for (int place = history.first(); place < history.first() + history.size(); place++) {
      DossierCoder.of().encode(history.dossier(place), out);
    }
    DataOutputStream data = new DataOutputStream(out);
    known.transactions().folded().write(data);
    data.flush();
  }

  @Override
  public KeyHistory decode(InputStream in) throws IOException {
    long newestLogTime = Wire.readSigned(in);
    int size = Wire.readInt(in);
    List<Dossier> dossiers = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      dossiers.add(DossierCoder.of().decode(in));
    }
    Folded folded = Folded.read(new DataInputStream(in));
    return new KeyHistory(new FoldingHistory(History.of(dossiers), folded), newestLogTime);
  }
}
