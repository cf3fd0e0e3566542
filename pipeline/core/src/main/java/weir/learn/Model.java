package weir.learn;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import weir.model.Sha256;

/**
 * A trained model. It is a pure function from whole numbers to a margin, in whole numbers, so it
 * says the same everywhere.
 */
public final class Model implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient ModelContent content;
  private final transient Forest forest;

  private Model(String name, ModelContent content) {
    this.name = name;
    this.content = content;
    this.forest = new Forest(content.trees());
  }

  /** Reads an artefact, or says in one sentence what is wrong with it. */
  public static Model parse(byte[] artefact) throws FaultyModelException {
    ModelContent content = ModelReader.read(artefact);
    return new Model(nameOf(artefact), content);
  }

  /** The name of an artefact: the SHA-256 of its bytes in hexadecimal digits. */
  public static String nameOf(byte[] artefact) {
    return HexFormat.of().formatHex(Sha256.begin().digest(artefact));
  }

  public String name() {
    return name;
  }

  /** The bytes that it was read from. */
  public byte[] artefact() {
    return ModelJson.write(content);
  }

  public ModelContent content() {
    return content;
  }

  /** The inputs, in the order in which their values must be given. */
  public List<ModelInput> inputs() {
    return content.inputs();
  }

  /** How each feature of the inputs was defined in training, by its name. */
  public SortedMap<String, String> features() {
    return content.features();
  }

  /** The margin in units of 2^-20, of the values of all inputs in their scales. */
  public long margin(long[] inputs) {
    check(inputs);
    return content.base() + forest.sum(inputs);
  }

  /** The score of a margin, from 0 to {@link ScoreTable#MOST}. */
  public int score(long margin) {
    return content.scores().score(margin);
  }

  /** How the inputs' values make the margin. */
  public Explained explain(long[] inputs) {
    check(inputs);
    long[] effects = new long[inputs.length];
    forest.addEffects(inputs, effects);
    return Explained.of(content.base() + forest.sumOfRoots(), effects);
  }

  private void check(long[] inputs) {
    if (inputs.length != content.inputs().size()) {
      throw new IllegalArgumentException(
          "found " + inputs.length + " inputs, expected " + content.inputs().size());
    }
    for (long each : inputs) {
      if (each < InputScale.MISSING || each > InputScale.LIMIT) {
        throw new IllegalArgumentException("found the input " + each + ", which has no scale");
      }
    }
  }

  private Object writeReplace() {
    return new Written(name, ModelJson.write(content));
  }

  private void readObject(ObjectInputStream in) throws ObjectStreamException {
    throw new InvalidObjectException("a model is written as its artefact");
  }

  /** What is serialized of it. */
  private static final class Written implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final byte[] artefact;

    Written(String name, byte[] artefact) {
      this.name = name;
      this.artefact = artefact;
    }

    private Object readResolve() throws ObjectStreamException {
      try {
        return parse(artefact);
      } catch (FaultyModelException faulty) {
        InvalidObjectException unreadable =
            new InvalidObjectException("model " + name + ": " + faulty.getMessage());
        unreadable.initCause(faulty);
        throw unreadable;
      }
    }
  }
}
