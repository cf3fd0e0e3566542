package weir.dashboard.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.book.RuleBook;
import weir.learn.Influence;
import weir.learn.Model;
import weir.notice.AnnouncedModels;
import weir.notice.Books;
import weir.rules.ByModel;
import weir.rules.KeyedRule;

/**
 * Which models the book in force asks.
 *
 * @param models in the order of their rules
 * @param scoredBy the model whose scores payments have, by the number of the book
 * @param announced how many models were announced
 */
record Standing(List<InForce> models, Map<Integer, String> scoredBy, int announced) {
  static final Standing NONE = new Standing(List.of(), Map.of(), 0);

  /**
   * A model in force.
   *
   * @param rules that ask it
   * @param influence of each of its inputs
   * @param kept whether payments have its scores
   */
  record InForce(
      AnnouncedModels.One announced, List<ByModel> rules, List<Double> influence, boolean kept) {
    Model model() {
      return rules.get(0).model();
    }
  }

  static Standing of(Books books, long now) {
    if (books.isEmpty()) {
      return new Standing(List.of(), Map.of(), books.models().all().size());
    }
    Map<Integer, String> scoredBy = new HashMap<>();
    books
        .all()
        .forEach(
            each -> {
              List<ByModel> asking = asking(each.book().book());
              if (!asking.isEmpty()) {
                scoredBy.put(each.number(), asking.get(0).model().name());
              }
            });
    int number = books.inForceAt(now).number();
    Map<String, List<ByModel>> rules = new LinkedHashMap<>();
    for (ByModel each : asking(books.inForceAt(now).book())) {
      rules.computeIfAbsent(each.model().name(), name -> new ArrayList<>()).add(each);
    }
    List<InForce> models = new ArrayList<>();
    for (AnnouncedModels.One one : books.models().all()) {
      List<ByModel> own = rules.get(one.name());
      if (own != null) {
        models.add(
            new InForce(
                one,
                own,
                Influence.of(own.get(0).model()),
                one.name().equals(scoredBy.get(number))));
      }
    }
    return new Standing(models, scoredBy, books.models().all().size());
  }

  private static List<ByModel> asking(RuleBook book) {
    List<ByModel> asking = new ArrayList<>();
    for (KeyedRule each : book.keyedRules()) {
      if (each instanceof ByModel byModel) {
        asking.add(byModel);
      }
    }
    return asking;
  }

  /** The model of this name, whose scores a payment has that was judged by a book. */
  boolean isScoredBy(int book, String model) {
    @Nullable String by = scoredBy.get(book);
    return model.equals(by);
  }
}
