package weir.oracle;

import java.util.ArrayList;
import java.util.List;
import weir.model.Transaction;

/**
 * Transactions of the largest size: every text is as long as it may be. One user makes so many at
 * one time, in so many places, that every rule fires with as much evidence as there can be.
 */
public final class LargeTransactions {
  private static final int LONGEST_ID = 256;
  private static final int LONGEST_TEXT = 1024;
  private static final int MORE_THAN_EVIDENCE = 24;

  private LargeTransactions() {}

  /** One of these transactions, before it has a time. */
  public record Numbered(int number, String character) {
    /** The transaction at this time. */
    public Transaction at(long time) {
      String text = filled(LONGEST_TEXT, "");
      return new Transaction(
          filled(LONGEST_ID, number + "-"),
          filled(LONGEST_ID, ""),
          1_000_000_000_000_000L,
          "EUR",
          time,
          text,
          text,
          text,
          filled(LONGEST_TEXT, number + "-"),
          text,
          number % 2 == 0 ? 89.12345678901234 : -89.12345678901234,
          number % 2 == 0 ? 179.1234567890123 : -179.1234567890123,
          text);
    }

    private String filled(int length, String begin) {
      String filling = character.repeat((length - begin.length()) / character.length());
      return begin + filling;
    }
  }

  /** Transactions whose texts repeat this character. */
  public static List<Numbered> of(String character) {
    List<Numbered> all = new ArrayList<>();
    for (int i = 0; i < MORE_THAN_EVIDENCE; i++) {
      all.add(new Numbered(i, character));
    }
    return all;
  }
}
