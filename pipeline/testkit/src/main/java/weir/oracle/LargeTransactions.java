package weir.oracle;

import java.util.ArrayList;
import java.util.List;
import weir.model.Transaction;

/**
 * As much as a transaction may hold: all its texts are as long as they may be. One user has so many
 * at one time and in so many places that every rule finds something, with as much evidence as there
 * can be.
 */
public final class LargeTransactions {
  private static final int LONGEST_ID = 256;
  private static final int LONGEST_TEXT = 1024;
  private static final int MORE_THAN_EVIDENCE = 24;

  private LargeTransactions() {}

  /** One of them, whenever it is. */
  public record Numbered(int number, String character) {
    /** The transaction. */
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

  /** Of texts that are nothing but this character. */
  public static List<Numbered> of(String character) {
    List<Numbered> all = new ArrayList<>();
    for (int i = 0; i < MORE_THAN_EVIDENCE; i++) {
      all.add(new Numbered(i, character));
    }
    return all;
  }
}
