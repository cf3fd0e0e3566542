package weir.bench.ladder.backtest;

import weir.bench.ladder.arena.Resources;
import weir.book.RuleBookReader;

/** Books that are tried on the log, each beside the default book. */
enum TriedBook {
  /** The default book with other limits. */
  LIMITS("other limits") {
    @Override
    String text() {
      return RuleBookReader.defaultText().replaceAll("moreThan: (\\d)", "moreThan: 1$1");
    }
  },
  /** The default book, and four expressions that ask six features of shops and devices. */
  TWO_KEYS("two keys") {
    @Override
    String text() {
      String more = Resources.text(TriedBook.class, "two-keys.yaml");
      String[] parts = more.split(FEATURES + "|" + RULES, -1);
      return RuleBookReader.defaultText().replace(FEATURES, FEATURES + parts[1]) + "\n" + parts[2];
    }
  };

  private static final String FEATURES = "\nfeatures:\n";
  private static final String RULES = "\nrules:\n";

  private final String label;

  TriedBook(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  abstract String text();
}
