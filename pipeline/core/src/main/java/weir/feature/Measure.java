package weir.feature;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.fold.Ends;
import weir.fold.Ends.Point;
import weir.fold.Form;
import weir.fold.Moments;
import weir.history.Summary;
import weir.history.Trait;
import weir.model.Transaction;

/** What is summed up of the transactions that a feature is about, whatever the window. */
sealed interface Measure<S> extends Summary<S> {
  Form<S> form();

  /** What it is, up to the group: measures of one name and group are the same. */
  String name();

  /** What of it has a sum; all of it if it knows no groups. */
  default String group() {
    return "";
  }

  /** The same in another group. */
  default Measure<S> inGroup(String other) {
    return this;
  }

  @Override
  default S ofNothing() {
    return form().ofNothing();
  }

  @Override
  default S plus(S left, S right) {
    return form().plus(left, right);
  }

  /** How many. */
  record Counted(Where filter) implements Measure<Long> {
    @Override
    public Form<Long> form() {
      return Form.COUNT;
    }

    @Override
    public String name() {
      return "count";
    }

    @Override
    public Long of(Transaction transaction) {
      return 1L;
    }
  }

  /** The numbers of a group. */
  record Numbers(Operand.Numeric operand, String group, Where filter) implements Measure<Moments> {
    @Override
    public Form<Moments> form() {
      return Form.MOMENTS;
    }

    @Override
    public String name() {
      return "moments " + operand.name();
    }

    @Override
    public Numbers inGroup(String other) {
      return new Numbers(operand, other, filter);
    }

    @Override
    public Moments of(Transaction transaction) {
      Adding<Moments> one = adding();
      one.add(transaction);
      return one.sum();
    }

    /** Nothing is made for a transaction: there may be many. */
    @Override
    public Adding<Moments> adding() {
      Moments.Sum sum = new Moments.Sum();
      return new Adding<>() {
        @Override
        public void add(Transaction next) {
          if (operand.group(next).equals(group)) {
            operand.into(sum, next);
          }
        }

        @Override
        public Moments sum() {
          return sum.moments();
        }
      };
    }
  }

  /** The first and the last that have the operand, or of all if there is no operand. */
  record FirstAndLast(@Nullable Operand operand, String group, Where filter)
      implements Measure<Ends> {
    @Override
    public Form<Ends> form() {
      return Form.ENDS;
    }

    @Override
    public String name() {
      return operand == null ? "ends" : "ends " + operand.name();
    }

    @Override
    public FirstAndLast inGroup(String other) {
      return new FirstAndLast(operand, other, filter);
    }

    @Override
    public Ends of(Transaction tx) {
      if (operand instanceof Operand.Numeric numeric) {
        Long number = numeric.group(tx).equals(group) ? numeric.of(tx) : null;
        return number == null
            ? ofNothing()
            : Ends.of(new Point(tx.time(), tx.id(), tx.userId(), /* text= */ null, number));
      }
      String text = operand instanceof Operand.Textual textual ? textual.of(tx) : null;
      return text == null && operand != null
          ? ofNothing()
          : Ends.of(new Point(tx.time(), tx.id(), tx.userId(), text, 0));
    }
  }

  /** The different texts. */
  record Texts(Operand.Textual operand, Where filter) implements Measure<Set<String>> {
    @Override
    public Form<Set<String>> form() {
      return Form.TEXTS;
    }

    @Override
    public String name() {
      return "texts " + operand.name();
    }

    @Override
    public Set<String> of(Transaction transaction) {
      String text = operand.of(transaction);
      return text == null ? Set.of() : Set.of(text);
    }
  }

  /** The same as a trait, whose values are counted without being put together. */
  record Kinds(Operand.Textual operand, Where filter) implements Trait {
    String name() {
      return "latest " + operand.name();
    }

    @Override
    public @Nullable String of(Transaction transaction) {
      return operand.of(transaction);
    }
  }
}
