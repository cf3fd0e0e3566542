package weir.oracle;

import java.util.ArrayList;
import java.util.List;
import weir.model.Transaction;
import weir.rules.OfInputs;

/** A second implementation of what a model is told of a transaction when it is trained. */
final class NaiveOfInputs extends NaiveAsking {
  private final OfInputs rule;

  NaiveOfInputs(OfInputs rule, NaiveLook look, Transaction tx, List<Transaction> history) {
    super(rule, look, tx, history);
    this.rule = rule;
  }

  String reason() {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < rule.inputs().size(); i++) {
      int decimals = rule.inputs().scales().get(i).decimals();
      numbers.add(number(subject().value(rule.text(i)), decimals).toString());
    }
    return String.join(",", numbers);
  }
}
