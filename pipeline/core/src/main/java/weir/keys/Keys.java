package weir.keys;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.book.Charter;
import weir.book.Key;
import weir.feature.Operand;
import weir.model.Transaction;
import weir.rules.Vocabulary;

/** The keys of a charter besides the user, in its order, and what transactions say of them. */
public final class Keys implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The place of the user, who comes before the others. */
  public static final int USER = -1;

  /** Of a charter that declares none. */
  public static final Keys NONE = new Keys(List.of(), List.of(), 0);

  private final List<Key> keys;
  private final List<Operand.Textual> fields;
  private final long skewMillis;

  private Keys(List<Key> keys, List<Operand.Textual> fields, long skewMillis) {
    this.keys = keys;
    this.fields = fields;
    this.skewMillis = skewMillis;
  }

  public static Keys of(Charter charter) {
    Map<String, Operand> operands = Vocabulary.operands(charter.layout().fields());
    List<Operand.Textual> fields = new ArrayList<>();
    for (Key each : charter.furtherKeys()) {
      List<Operand.TextField> parts =
          each.fields().stream()
              .map(name -> (Operand.TextField) Objects.requireNonNull(operands.get(name)))
              .toList();
      fields.add(
          parts.size() == 1 ? parts.get(0) : new Operand.TextPair(parts.get(0), parts.get(1)));
    }
    return new Keys(charter.furtherKeys(), fields, charter.allowedClockSkewMillis());
  }

  public int size() {
    return keys.size();
  }

  long skewMillis() {
    return skewMillis;
  }

  public String name(int place) {
    return keys.get(place).name();
  }

  /** The place of the key of this name; there must be one. */
  int place(String name) {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no key is called '" + name + "'");
  }

  /** What a transaction has of a key; nothing if it lacks a field of it. */
  public @Nullable String value(int place, Transaction tx) {
    return fields.get(place).of(tx);
  }

  /** The same for people. */
  public @Nullable String shown(int place, Transaction tx) {
    if (fields.get(place) instanceof Operand.TextPair pair) {
      String first = pair.first().of(tx);
      String second = pair.second().of(tx);
      return first == null || second == null ? null : first + " + " + second;
    }
    return value(place, tx);
  }

  /** Those keys of which a transaction has a value: a bit for each, by its place. */
  public int of(Transaction tx) {
    int bits = 0;
    for (int i = 0; i < fields.size(); i++) {
      bits |= value(i, tx) == null ? 0 : 1 << i;
    }
    return bits;
  }
}
