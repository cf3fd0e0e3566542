package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import weir.judge.AtKey;
import weir.model.Dossier;
import weir.model.Label;

/** The binary form of what comes to one value of a key at a time. */
public final class AtKeyCoder extends FieldwiseCoder<AtKey> {
  private static final long serialVersionUID = 1L;
  private static final AtKeyCoder INSTANCE = new AtKeyCoder();

  private AtKeyCoder() {}

  public static AtKeyCoder of() {
    return INSTANCE;
  }

  @Override
  protected void write(AtKey came, WireBuffer out) throws IOException {
    Wire.writeLong(came.dossiers().size(), out);
    for (Dossier each : came.dossiers()) {
      DossierCoder.of().write(each, out);
    }
    Wire.writeLong(came.labels().size(), out);
    for (Label each : came.labels()) {
      LabelCoder.of().write(each, out);
    }
  }

  @Override
  public AtKey decode(InputStream in) throws IOException {
    int many = Wire.readInt(in);
    List<Dossier> dossiers = new ArrayList<>(many);
    for (int i = 0; i < many; i++) {
      dossiers.add(DossierCoder.of().decode(in));
    }
    int more = Wire.readInt(in);
    List<Label> labels = new ArrayList<>(more);
    for (int i = 0; i < more; i++) {
      labels.add(LabelCoder.of().decode(in));
    }
    return new AtKey(dossiers, labels);
  }
}
