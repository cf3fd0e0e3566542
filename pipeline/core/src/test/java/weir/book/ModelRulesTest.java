package weir.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import weir.failure.MisuseException;
import weir.feature.Feature;
import weir.learn.Histogram;
import weir.learn.InputScale;
import weir.learn.Learner;
import weir.learn.Model;
import weir.learn.ModelContent;
import weir.learn.ModelInput;
import weir.learn.ModelJson;
import weir.learn.ScoreTable;
import weir.learn.Span;
import weir.learn.Training;
import weir.learn.Tree;
import weir.rules.ByModel;
import weir.rules.Models;
import weir.rules.OfInputs;
import weir.rules.Rule;

/** Rules that ask a model: what must be there for it, and what is said if it is not. */
class ModelRulesTest {
  private static final String BOOK =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      fields: {ip: text, risk: number, present: bool}
      keys: {merchant: merchantId}
      features:
        mean_30d: {mean: amount, window: 30 d, without: itself}
        many_1h: {count: transactions, by: merchant, window: 1 h, where: "amount < 5"}
        many_30d: {count: transactions, by: merchant, window: 30 d, edge: 1 h, where: "amount < 5"}
        before: {last: city, window: 9 h, without: itself}
      rules:
        - {id: dear, version: 1, kind: amount-over, severity: low, limit: 100}
      """;

  private static final Span SPAN = new Span(0, 1, 2, 1);

  private static OfInputs asking(String book, String... inputs) {
    return (OfInputs) RuleBookReader.ofInputs("b", book, List.of(inputs)).rules().get(0);
  }

  /** A model of one tree that splits at the first input. */
  private static Model model(List<ModelInput> inputs, Map<String, String> definitions)
      throws Exception {
    Tree tree = Tree.builder().split(0, 7, 0).leaf(-5).leaf(5).build();
    return Model.parse(
        ModelJson.write(
            new ModelContent(
                Learner.BOOSTED_TREES,
                inputs,
                new TreeMap<>(definitions),
                0,
                List.of(tree),
                ScoreTable.of(new long[ScoreTable.MOST]),
                new Training(SPAN, SPAN, SPAN, new TreeMap<>(), Histogram.empty()))));
  }

  private static Model fitting(String... inputs) throws Exception {
    OfInputs asking = asking(BOOK, inputs);
    List<ModelInput> its = new ArrayList<>();
    for (int i = 0; i < asking.inputs().size(); i++) {
      its.add(input(asking.text(i), asking.inputs().scales().get(i), asking.usual(i)));
    }
    return model(its, asking.definitions());
  }

  private static ModelInput input(
      String text, InputScale scale, @org.jspecify.annotations.Nullable String usual) {
    return new ModelInput(text, scale, usual, Histogram.empty());
  }

  private static String rule(String artefact) {
    return "  - {id: learned, version: 1, severity: high, kind: model, artefact: "
        + artefact
        + ", over: 900}\n";
  }

  private static ByModel read(String book, Model model) {
    return (ByModel)
        RuleBookReader.parseFirst("b", book + rule(model.name()), Models.of(List.of(model)))
            .rules()
            .get(1);
  }

  private static void assertRefused(String book, Model model, String message) {
    assertThatThrownBy(() -> read(book, model))
        .isInstanceOf(MisuseException.class)
        .hasMessageContaining("rules[2].artefact: " + message);
  }

  @Test
  void itAsksForTheFeaturesOfItsModelAndOfWhatIsUsual() throws Exception {
    ByModel rule = read(BOOK, fitting("amount", "many_1h", "mean_30d", "many_30d"));
    assertThat(rule.features())
        .extracting(Feature::name)
        .containsExactly("many_1h", "many_30d", "mean_30d");
    assertThat(rule.keys()).containsExactly("merchant");
    assertThat(rule.over()).isEqualTo(900);
    assertThat(rule.normals()).hasSize(2);
    assertThat(rule.normals().get(0)).hasToString("mean_30d");
    assertThat(rule.normals().get(1)).hasToString("many_30d * 3600000 / 2592000000");
  }

  @Test
  void withoutAWishAllNumbersOfABookAreInputs() {
    OfInputs asking = asking(BOOK);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < asking.inputs().size(); i++) {
      texts.add(asking.text(i) + " " + asking.inputs().scales().get(i).decimals());
    }
    assertThat(texts)
        .containsExactly(
            "amount 2",
            "hour 0",
            "latitude 3",
            "longitude 3",
            "present 0",
            "risk 3",
            "weekday 0",
            "many_1h 0",
            "many_30d 0",
            "mean_30d 2");
    assertThat(RuleBookReader.ofInputs("b", BOOK, List.of()).horizonMillis())
        .as("as far as the features look, which no rule of the book asks for")
        .isEqualTo(30 * 86_400_000L + 3_600_000);
  }

  @Test
  void aModelThatNobodyAnnouncedIsRefused() throws Exception {
    Model known = fitting("amount");
    String near = known.name().substring(0, 60) + "0000";
    assertThatThrownBy(
            () -> RuleBookReader.parseFirst("b", BOOK + rule(near), Models.of(List.of(known))))
        .hasMessageContaining(
            "rules[2].artefact: no model " + near + " is announced; announce it before the book")
        .hasMessageContaining("did you mean '" + known.name() + "'?");
    assertThatThrownBy(() -> RuleBookReader.parse("b", BOOK + rule("abc")))
        .hasMessageContaining("expected the name of a model, which is 64 hexadecimal digits");
    RuleBookReader.check("b", BOOK + rule(near));
  }

  @Test
  void aFeatureThatIsNotThereOrAnotherIsSaid() throws Exception {
    Model model = fitting("many_1h");
    String asked =
        "the model takes the feature many_1h to be {count: transactions, by: merchant(merchantId),"
            + " window: 1 h, where: amount < 5}";
    assertRefused(
        BOOK.replace("many_1h:", "many_2h:"),
        model,
        asked + ", but there is none; add it; did you mean 'many_2h'?");
    assertRefused(
        BOOK.replace("window: 1 h,", "window: 2 h,"),
        model,
        asked + ", but here it is {count: transactions, by: merchant(merchantId), window: 2 h");
    assertRefused(BOOK.replace("where: \"amount < 5\"", "where: \"amount < 6\""), model, asked);
    assertRefused(BOOK.replace("merchant: merchantId", "merchant: deviceId"), model, asked);
  }

  @Test
  void aModelOfAnotherScaleIsRefused() throws Exception {
    assertRefused(
        BOOK,
        model(List.of(input("amount", new InputScale(3), null)), Map.of()),
        "the model takes 'amount' with 3 decimals, but here it has 2");
  }

  @Test
  void whatAModelAsksForMustBeThereAndANumber() throws Exception {
    assertRefused(
        BOOK,
        model(List.of(input("nothing", new InputScale(2), null)), Map.of()),
        "the model asks for what is not here: ");
    assertRefused(
        BOOK,
        model(List.of(input("ip", new InputScale(2), null)), Map.of()),
        "the model asks for what is not here: a model needs numbers or conditions, but ip is a text");
    assertRefused(
        BOOK,
        model(List.of(input("many_1h", new InputScale(0), null)), Map.of()),
        "the model does not say what it takes the feature 'many_1h' to be");
    assertThatThrownBy(() -> asking(BOOK, "amount", "before"))
        .isInstanceOf(MisuseException.class)
        .hasMessageContaining("an input of the model: a model needs numbers or conditions");
  }

  @Test
  void anotherModelIsAnotherVersion() throws Exception {
    Model one = fitting("amount");
    Model other = fitting("hour");
    Models both = Models.of(List.of(one, other));
    Rule old = read(BOOK, one);
    UnaryOperator<Rule> known = rule -> rule.header().id().equals("learned") ? old : rule;
    assertThat(RuleBookReader.parse("b", BOOK + rule(one.name()), null, known, both).rules())
        .contains(old);
    assertThatThrownBy(
            () -> RuleBookReader.parse("b", BOOK + rule(other.name()), null, known, both))
        .hasMessageContaining("rule 'learned' has changed, and its version is still 1");
  }

  @Test
  void itIsTheSameAfterAJourney() throws Exception {
    ByModel rule = read(BOOK, fitting("amount", "many_1h", "present"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(rule);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      ByModel back = (ByModel) in.readObject();
      assertThat(back).isEqualTo(rule);
      assertThat(back.model().margin(new long[] {6, 0, 0})).isEqualTo(-5);
    }
  }
}
