package weir.labels;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import weir.filter.LogSpan;
import weir.model.Label;
import weir.model.Witness;

/**
 * The labels on payments of one value of a key, in order; immutable. They are few beside the
 * payments.
 */
public final class Labels {
  public static final Labels NONE = new Labels(List.of());

  private final List<Label> all;

  private Labels(List<Label> all) {
    this.all = all;
  }

  /** Of labels that were written as they are listed. */
  public static Labels of(List<Label> all) {
    return all.isEmpty() ? NONE : new Labels(List.copyOf(all));
  }

  /**
   * A look at labels.
   *
   * @param start the first time of the payments that it is about
   * @param end the first time after them
   * @param logTime of the transaction that looks: it knows no label that came later
   * @param heard when labels must have reached the log to count
   */
  public record Stretch(long start, long end, long logTime, LogSpan heard) {
    private boolean has(Label label) {
      return label.logTime() <= logTime && heard.has(label.logTime());
    }
  }

  public List<Label> all() {
    return all;
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Those of these that are not here yet, in order. */
  public List<Label> newOf(Collection<Label> came) {
    if (came.isEmpty()) {
      return List.of();
    }
    TreeSet<Label> news = new TreeSet<>(Label.ORDER);
    news.addAll(came);
    news.removeIf(this::has);
    return List.copyOf(news);
  }

  private boolean has(Label label) {
    int place = firstNotBefore(label.time());
    while (place < all.size() && all.get(place).time() == label.time()) {
      if (all.get(place++).position().equals(label.position())) {
        return true;
      }
    }
    return false;
  }

  /** This with some that are not here yet. */
  public Labels with(List<Label> news) {
    if (news.isEmpty()) {
      return this;
    }
    List<Label> both = new ArrayList<>(all);
    both.addAll(news);
    both.sort(Label.ORDER);
    return new Labels(List.copyOf(both));
  }

  /** Those on payments of this time or a later one. */
  public Labels since(long time) {
    int first = firstNotBefore(time);
    return first == 0 ? this : of(all.subList(first, all.size()));
  }

  /** How many labels a payment knows of. */
  public long heard(Stretch of) {
    long heard = 0;
    int end = end(of);
    for (int place = begin(of); place < end; place++) {
      heard += of.has(all.get(place)) ? 1 : 0;
    }
    return heard;
  }

  /** Of how many payments the newest label that a payment knows of says fraud. */
  public long frauds(Stretch of) {
    return standing(of).stream().filter(Label::fraud).count();
  }

  /** The newest of those payments, in order. */
  public List<Witness> newestFrauds(Stretch of, int many) {
    List<Witness> frauds =
        standing(of).stream()
            .filter(Label::fraud)
            .map(each -> new Witness(each.time(), each.transactionId(), each.userId()))
            .toList();
    return frauds.subList(Math.max(0, frauds.size() - many), frauds.size());
  }

  /** Of each payment the newest label that counts. */
  private List<Label> standing(Stretch of) {
    List<Label> standing = new ArrayList<>();
    int end = end(of);
    for (int place = begin(of); place < end; place++) {
      Label label = all.get(place);
      if (of.has(label)) {
        int last = standing.size() - 1;
        if (last >= 0 && standing.get(last).isAbout(label)) {
          standing.set(last, label);
        } else {
          standing.add(label);
        }
      }
    }
    return standing;
  }

  private int begin(Stretch of) {
    return firstNotBefore(of.start());
  }

  private int end(Stretch of) {
    return firstNotBefore(of.end());
  }

  private int firstNotBefore(long time) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).time() < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Labels that && all.equals(that.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return all.toString();
  }
}
