package weir.form;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.fields.Pointer;

/**
 * A place of a record that is looked at: either a field stands there, or places lie within it. The
 * place that stands for a whole record is the root of a tree.
 */
final class Place implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What stands at a place. */
  enum Content {
    /** Other places. */
    PLACES,
    /** A field that every transaction may have. */
    KNOWN,
    TEXT,
    NUMBER,
    BOOL
  }

  final int number;
  final String label;
  final Content content;

  /** Where the value of the field goes. */
  final int slot;

  /** Places in an object, by their names. */
  private final Map<String, Place> fields = new HashMap<>();

  /** The same places in an array, by their indexes, where their names are some. */
  private final Map<Integer, Place> items = new HashMap<>();

  private int lastItem = -1;

  private Place(int number, String label, Content content, int slot) {
    this.number = number;
    this.label = label;
    this.content = content;
    this.slot = slot;
  }

  /** The root of a tree. */
  static Place root() {
    return new Place(/* number= */ 0, "", Content.PLACES, /* slot= */ -1);
  }

  /**
   * Adds the place of a field to this tree.
   *
   * @param number that of the next place
   * @return the number of the place that comes after those that it took
   */
  int add(Pointer to, String label, Content content, int slot, int number) {
    Place at = this;
    int next = number;
    int last = to.steps().size() - 1;
    for (int i = 0; i < last; i++) {
      Place inside = at.fields.get(to.steps().get(i));
      if (inside == null) {
        String outer = to.first(i + 1).toString();
        inside = new Place(next++, outer, Content.PLACES, /* slot= */ -1);
        at.put(to.steps().get(i), inside);
      }
      at = inside;
    }
    at.put(to.steps().get(last), new Place(next++, label, content, slot));
    return next;
  }

  private void put(String step, Place place) {
    if (fields.put(step, place) != null) {
      throw new IllegalArgumentException("two fields at one place: " + place.label);
    }
    if (step.matches("0|[1-9][0-9]{0,8}")) {
      int index = Integer.parseInt(step);
      items.put(index, place);
      lastItem = Math.max(lastItem, index);
    }
  }

  @Nullable Place field(String name) {
    return fields.get(name);
  }

  @Nullable Place item(int index) {
    return index > lastItem ? null : items.get(index);
  }
}
