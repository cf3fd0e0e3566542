package weir.feature;

import java.io.Serializable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import weir.model.Money;
import weir.model.Transaction;

/** What of a transaction a function looks at. Operands of the same name are the same. */
public sealed interface Operand extends Serializable {

  /** The name by which it is asked for. */
  String name();

  /** Numbers of one group have a sum; those of different groups have none. */
  default String group(Transaction transaction) {
    return "";
  }

  /** A number as a whole number of its smallest units. */
  sealed interface Numeric extends Operand {

    /** In smallest units; absent if the transaction has none. */
    @Nullable Long of(Transaction transaction);

    /** Hands it on, if the transaction has it. */
    default void into(LongConsumer numbers, Transaction transaction) {
      Long number = of(transaction);
      if (number != null) {
        numbers.accept(number);
      }
    }

    /** How many decimals a smallest unit of the group has. */
    int digits(String group);
  }

  /** A text. */
  sealed interface Textual extends Operand {

    /** Absent if the transaction has none. */
    @Nullable String of(Transaction transaction);
  }

  /** The amount. Amounts of different currencies have no sum. */
  record Amount() implements Numeric {

    @Override
    public String name() {
      return "amount";
    }

    @Override
    public String group(Transaction transaction) {
      return transaction.currency();
    }

    @Override
    public Long of(Transaction transaction) {
      return transaction.amountMinor();
    }

    @Override
    public void into(LongConsumer numbers, Transaction transaction) {
      numbers.accept(transaction.amountMinor());
    }

    @Override
    public int digits(String currency) {
      return Money.digits(currency);
    }
  }

  /** A field that holds an exact decimal with at most six decimals. */
  record NumberField(String name, Millionths millionths) implements Numeric {
    /** More than an amount has. */
    static final int DIGITS = 6;

    /** How the field is found in a transaction. */
    public interface Millionths extends Serializable {

      /** The decimal times a million; absent if the transaction has none. */
      @Nullable Long of(Transaction transaction);
    }

    @Override
    public @Nullable Long of(Transaction transaction) {
      return millionths.of(transaction);
    }

    @Override
    public int digits(String group) {
      return DIGITS;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof NumberField that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /** A field that holds a text. */
  record TextField(String name, Text text) implements Textual {

    /** How the field is found in a transaction. */
    public interface Text extends Serializable {

      /** Absent if the transaction has none. */
      @Nullable String of(Transaction transaction);
    }

    @Override
    public @Nullable String of(Transaction transaction) {
      return text.of(transaction);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof TextField that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /** Two texts together; absent if one of them is. */
  record TextPair(TextField first, TextField second) implements Textual {

    @Override
    public String name() {
      return first.name() + "+" + second.name();
    }

    @Override
    public @Nullable String of(Transaction transaction) {
      String one = first.of(transaction);
      String other = second.of(transaction);
      // The length keeps the two apart, whatever they hold.
      return one == null || other == null ? null : one.length() + ":" + one + other;
    }
  }
}
