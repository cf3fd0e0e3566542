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
import weir.labels.Labels;
import weir.model.Dossier;
import weir.model.Label;

/**
 * The binary form of what a value of a key has of transactions. Where there are no labels it is
 * what it was before there were any, so that such a state is still read.
 */
public final class KeyHistoryCoder extends FieldwiseCoder<KeyHistory> {
  private static final long serialVersionUID = 1L;

  @Override
  protected void write(KeyHistory known, WireBuffer out) throws IOException {
    History history = known.transactions().history();
    Wire.writeSigned(known.newestLogTime(), out);
    List<Label> labels = known.labels().all();
    Wire.writeLong(labels.isEmpty() ? history.size() : -1 - history.size(), out);
    for (int place = history.first(); place < history.first() + history.size(); place++) {
      DossierCoder.of().encode(history.dossier(place), out);
    }
    DataOutputStream data = new DataOutputStream(out);
    known.transactions().folded().write(data);
    data.flush();
    if (!labels.isEmpty()) {
      Wire.writeLong(labels.size(), out);
      for (Label each : labels) {
        LabelCoder.of().write(each, out);
      }
    }
  }

  @Override
  public KeyHistory decode(InputStream in) throws IOException {
    long newestLogTime = Wire.readSigned(in);
    long marked = Wire.readLong(in);
    int size = (int) (marked < 0 ? -1 - marked : marked);
    List<Dossier> dossiers = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      dossiers.add(DossierCoder.of().decode(in));
    }
    Folded folded = Folded.read(new DataInputStream(in));
    int many = marked < 0 ? Wire.readInt(in) : 0;
    List<Label> labels = new ArrayList<>(many);
    for (int i = 0; i < many; i++) {
      labels.add(LabelCoder.of().decode(in));
    }
    return new KeyHistory(
        new FoldingHistory(History.of(dossiers), folded), Labels.of(labels), newestLogTime);
  }
}
