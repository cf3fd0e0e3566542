package weir.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.expression.Expression;
import weir.expression.FaultyExpressionException;
import weir.expression.Reason;
import weir.feature.Feature;
import weir.files.Suggestion;
import weir.files.YamlMap;
import weir.filter.Filter;
import weir.learn.Contribution;
import weir.learn.Model;
import weir.learn.ModelInput;
import weir.learn.ScoreTable;
import weir.model.FlatJson;
import weir.model.Severity;
import weir.model.Witness;

/**
 * Is the score that a model gives a transaction over a limit? Whatever is still unknown may raise
 * it. What moved it is told by its value, and names no evidence.
 *
 * @param over scores up to this are no finding
 * @param normals for some inputs, by their numbers, what is usual
 * @param asked what the inputs and normals ask for
 */
public record ByModel(
    RuleHeader header,
    Model model,
    int over,
    Inputs inputs,
    Map<Integer, Expression> normals,
    Asked asked)
    implements AskingRule {
  private static final String ARTEFACT = "artefact";
  private static final String OVER = "over";
  private static final RuleHeader ANY =
      new RuleHeader("any", /* version= */ 1, Severity.LOW, Audience.EVERYBODY, Filter.NONE);

  public static final RuleKind KIND =
      new RuleKind("model", "the features of a model say by which keys they look", ByModel::read);

  /** An alert tells the values of so many inputs: those that moved the score most. */
  public static final int MOST_TOLD = 8;

  /** Its reason names so many: those that raised the score most. */
  private static final int MOST_NAMED = 3;

  /** Before the name of an input, for its usual value. */
  public static final String USUAL = "usual ";

  public ByModel {
    normals = Map.copyOf(normals);
  }

  private static AskingRule read(RuleHeader header, RuleParams params) {
    YamlMap yaml = params.yaml();
    String name =
        yaml.text(ARTEFACT, "[0-9a-f]{64}", "the name of a model, which is 64 hexadecimal digits");
    int over = yaml.count(OVER, 0, ScoreTable.MOST - 1);
    Model model = name.isEmpty() ? null : params.models().named(name);
    if (model == null) {
      if (!name.isEmpty() && params.models().areKnown()) {
        yaml.wrong(
            ARTEFACT,
            "no model "
                + name
                + " is announced; announce it before the book: ./weir models announce FILE"
                + Suggestion.after(name, params.models().names()));
      }
      return ByExpression.never(header);
    }
    try {
      return of(header, model, over, params.vocabulary());
    } catch (UnfitModelException unfit) {
      yaml.wrong(ARTEFACT, unfit.getMessage());
      return ByExpression.never(header);
    }
  }

  /** Why a model cannot be used with the fields and features that there are; nothing if it can. */
  public static Optional<String> whyUnfit(Model model, Vocabulary vocabulary) {
    try {
      of(ANY, model, /* over= */ 0, vocabulary);
      return Optional.empty();
    } catch (UnfitModelException unfit) {
      return Optional.of(unfit.getMessage());
    }
  }

  /** The rule, if the model fits the fields and features that there are. */
  private static ByModel of(RuleHeader header, Model model, int over, Vocabulary vocabulary)
      throws UnfitModelException {
    vocabulary.checkFeatures(model.features());
    try {
      Inputs inputs = Inputs.of(model.inputs().stream().map(ModelInput::text).toList(), vocabulary);
      Set<String> names = new TreeSet<>();
      inputs.features().forEach(each -> names.add(each.name()));
      Map<Integer, Expression> normals = new TreeMap<>();
      for (int i = 0; i < inputs.size(); i++) {
        ModelInput input = model.inputs().get(i);
        if (!input.scale().equals(inputs.scales().get(i))) {
          throw new UnfitModelException(
              "the model takes '"
                  + input.text()
                  + "' with "
                  + input.scale().decimals()
                  + " decimals, but here it has "
                  + inputs.scales().get(i).decimals());
        }
        if (input.normal() != null) {
          Expression normal = Expression.of(input.normal(), vocabulary.scope());
          normals.put(i, normal);
          names.addAll(normal.names());
        }
      }
      Asked asked = vocabulary.asked(names);
      for (Feature each : asked.features()) {
        if (!model.features().containsKey(each.name())) {
          throw new UnfitModelException(
              "the model does not say what it takes the feature '" + each.name() + "' to be");
        }
      }
      return new ByModel(header, model, over, inputs, normals, asked);
    } catch (FaultyExpressionException faulty) {
      throw new UnfitModelException("the model asks for what is not here: " + faulty.getMessage());
    }
  }

  @Override
  public List<Feature> features() {
    return asked.features();
  }

  @Override
  public Set<String> lists() {
    Set<String> lists = AskingRule.super.lists();
    lists.addAll(inputs.lists());
    normals.values().forEach(each -> lists.addAll(each.lists()));
    return lists;
  }

  @Override
  public Opinion opinion(Known known) {
    Facts said = new Facts(known, asked);
    long[] values = inputs.read(said);
    int score = model.score(model.margin(values));
    return Opinion.of(
        model,
        values,
        score,
        score > over ? Optional.of(finding(known, said, values, score)) : Optional.empty());
  }

  private Finding finding(Known known, Facts said, long[] values, int score) {
    List<Contribution> moved = model.explain(values).contributions();
    return Finding.ofScore(
        score,
        over,
        values(moved, said, known.warm()),
        Witness.of(known.subject()),
        known.seen(),
        Finding.cut(reason(moved, said, score)));
  }

  private String values(List<Contribution> moved, Facts said, boolean warm) {
    SortedMap<String, @Nullable Object> values = new TreeMap<>();
    for (Contribution each : moved.subList(0, Math.min(moved.size(), MOST_TOLD))) {
      String name = name(each);
      values.put(name, Finding.meant(inputs.value(each.input(), said)));
      Expression normal = normals.get(each.input());
      if (normal != null) {
        values.put(USUAL + name, Finding.meant(normal.value(said)));
      }
    }
    if (!warm) {
      values.put(Feature.WARM, false);
    }
    return FlatJson.of(values);
  }

  private String reason(List<Contribution> moved, Facts said, int score) {
    List<String> named = new ArrayList<>();
    for (Contribution each : moved) {
      if (each.effect() > 0 && named.size() < MOST_NAMED) {
        Expression normal = normals.get(each.input());
        Object usual = normal == null ? null : normal.value(said);
        named.add(
            name(each)
                + " "
                + words(inputs.value(each.input(), said))
                + (usual == null ? "" : " (usually " + words(usual) + ")"));
      }
    }
    return "The model gives "
        + score
        + " of "
        + ScoreTable.MOST
        + ", over "
        + over
        + (named.isEmpty() ? "" : ": " + String.join(", ", named));
  }

  private String name(Contribution of) {
    return model.inputs().get(of.input()).text();
  }

  private static String words(@Nullable Object value) {
    return Reason.inWords(value);
  }

  @Override
  public ByModel with(RuleHeader other) {
    return new ByModel(other, model, over, inputs, normals, asked);
  }

  /** A model is what its name says. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ByModel that
        && header.equals(that.header)
        && over == that.over
        && model.name().equals(that.model.name())
        && features().equals(that.features());
  }

  @Override
  public int hashCode() {
    return Objects.hash(header, model.name());
  }
}
