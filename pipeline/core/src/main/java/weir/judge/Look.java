package weir.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weir.feature.Feature;
import weir.feature.FeatureValues;
import weir.feature.FoldingHistory;
import weir.feature.RememberedValues;
import weir.filter.Lists;
import weir.history.History;
import weir.keys.KeyPlan;
import weir.keys.Keys;
import weir.keys.PlannedFeature;
import weir.keys.PlannedRule;
import weir.keys.Stop;
import weir.labels.Labels;
import weir.learn.ModelListener;
import weir.model.Alert;
import weir.model.FlatJson;
import weir.model.Found;
import weir.model.Transaction;
import weir.model.Witness;
import weir.notice.Books;
import weir.notice.NumberedBook;
import weir.rules.AskingRule;
import weir.rules.Finding;
import weir.rules.Known;
import weir.rules.Opinion;

/**
 * One transaction as it stands in a history of its user, or of another key, and what rules that
 * look at other keys than the user can know of it there.
 */
final class Look {
  private final NumberedBook book;
  private final KeyPlan plan;
  private final Lists lists;
  private final History history;
  private final int place;
  private final int key;
  private final int path;
  private final Stop stop;
  private final Transaction tx;
  private final long logTime;
  private final RememberedValues remembered;
  private final Map<String, Found> earlier;

  /**
   * A look.
   *
   * @param key the place of the key whose history it is
   * @param found what was carried here from the keys before
   */
  Look(Books books, KeyHistory known, int place, int key, List<Found> found) {
    this(books, known.transactions(), known.labels(), place, key, found);
  }

  /** A look at a history of the user, where no labels are known. */
  Look(Books books, FoldingHistory in, int place) {
    this(books, in, Labels.NONE, place, Keys.USER, List.of());
  }

  private Look(
      Books books, FoldingHistory in, Labels labels, int place, int key, List<Found> found) {
    this.history = in.history();
    this.place = place;
    this.key = key;
    this.tx = history.get(place);
    this.logTime = history.logTime(place);
    this.book = books.inForceAt(logTime);
    this.plan = books.planAt(logTime);
    this.lists = books.lists();
    this.path = plan.path(tx);
    this.stop = plan.stop(key, path);
    this.remembered = new RememberedValues(new FeatureValues(in, place, lists, labels));
    this.earlier = found.isEmpty() ? Map.of() : new HashMap<>();
    found.forEach(each -> earlier.put(each.feature(), each));
  }

  /** The rules that are judged here. */
  List<PlannedRule> rules() {
    return stop.judged();
  }

  /** The keys at which it is still to be looked at, as bits. */
  int onward() {
    // The user is before all: then this is the whole path.
    return path & -(1 << (key + 1));
  }

  /** Whether what is known here is asked for at a later key. */
  boolean isCarried() {
    return !stop.carried().isEmpty();
  }

  /** Whether any rule asks what is known here, and its filter lets the transaction pass. */
  boolean isAsked() {
    if (isCarried()) {
      return true;
    }
    for (PlannedRule each : stop.judged()) {
      if (passes(each)) {
        return true;
      }
    }
    return false;
  }

  /** What a rule says whose filter lets the transaction pass. */
  Opinion opinion(PlannedRule planned) {
    if (planned.rule() instanceof AskingRule asking) {
      return asking.opinion(new KnownHere(planned));
    }
    Opinion opinion =
        planned.rule().opinion(history.window(place, planned.rule().windowMillis(), lists));
    return isWarm(planned) ? opinion : opinion.map(Finding::cold);
  }

  /** Tells what a model was asked about it. */
  void tell(Opinion opinion, ModelListener listener) {
    opinion.tell(listener, tx.id(), logTime);
  }

  /** Of features whose key the transaction lacks nothing is known, and nothing is missing. */
  private boolean isWarm(PlannedRule planned) {
    for (PlannedFeature each : planned.features()) {
      boolean isLookedAt = each.key() == Keys.USER || (path & 1 << each.key()) != 0;
      if (isLookedAt && !each.isWarm(tx.time(), plan.skewMillis())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a rule's filter lets it pass, which is the same however much is known. */
  boolean passes(PlannedRule planned) {
    return history.passes(place, planned.rule().header().filter(), lists);
  }

  /** Whether a rule that does not fire may have fired when less was known, if it passes. */
  boolean mayHaveFired(PlannedRule planned) {
    return planned.rule().canLoseGround()
        && (!(planned.rule() instanceof AskingRule asking) || asking.canHold(tx, logTime, lists));
  }

  Alert.Mode mode(PlannedRule planned) {
    return planned.rule().header().mode(tx.userId(), logTime, lists);
  }

  Alert raised(PlannedRule planned, Alert.Mode mode, Finding finding) {
    return Alerts.raised(subject(planned, mode), finding);
  }

  Alert withdrawn(PlannedRule planned, Alert.Mode mode, Finding fallen) {
    return Alerts.withdrawn(subject(planned, mode), fallen);
  }

  /** Takes back what somebody may have raised. */
  Alert withdrawn(PlannedRule planned, Alert.Mode mode) {
    return Alerts.withdrawn(subject(planned, mode));
  }

  private Alerts.Subject subject(PlannedRule planned, Alert.Mode mode) {
    return new Alerts.Subject(
        planned.rule().header(),
        book.number(),
        mode,
        tx,
        tx.time() - planned.rule().reachMillis(),
        seen(planned),
        by(planned));
  }

  /** The keys at which a rule looks, with what the transaction has of them. */
  private @Nullable String by(PlannedRule planned) {
    SortedMap<String, @Nullable Object> by = new TreeMap<>();
    Keys keys = plan.keys();
    for (int i = 0; i < keys.size(); i++) {
      if ((planned.keys() & path & 1 << i) != 0) {
        by.put(keys.name(i), keys.shown(i, tx));
      }
    }
    return by.isEmpty() ? null : FlatJson.of(by);
  }

  /** How many transactions a rule rests on: for each of its features those of its key. */
  long seen(PlannedRule planned) {
    long seen = 0;
    for (PlannedFeature each : planned.features()) {
      if (each.key() == key) {
        seen += seenBy(each);
      } else {
        Found found = earlier.get(each.feature().name());
        seen += found == null ? 0 : found.seen();
      }
    }
    return Math.max(1, seen);
  }

  /** How many transactions a feature rests on here, and how many labels. */
  private long seenBy(PlannedFeature planned) {
    long labels = planned.isOfLabels() ? remembered.values().heard(planned.feature()) : 0;
    return count(planned.seen()) + labels;
  }

  /** How many transactions and labels are seen here, for all rules together. */
  long seen() {
    long seen = 0;
    for (Feature each : plan.seenAt(key)) {
      seen += count(each);
    }
    for (Feature each : plan.labelsAt(key)) {
      seen += remembered.values().heard(each);
    }
    return seen;
  }

  private long count(Feature counting) {
    return remembered.values().many(counting);
  }

  /**
   * What is carried on from here. Evidence is much, and only an alert shows it: it stays here where
   * no rule that asks for it can hold any more, whatever other keys say.
   */
  List<Found> carried() {
    if (earlier.isEmpty() && !isCarried()) {
      return List.of();
    }
    List<Found> carried = new ArrayList<>();
    earlier.forEach(
        (name, found) -> {
          if (stop.kept().contains(name)) {
            carried.add(found);
          }
        });
    // By the places of rules: a rule itself takes long to hash.
    Map<Integer, Boolean> canHold = new HashMap<>();
    for (Stop.Carried each : stop.carried()) {
      if (each.rules().stream().anyMatch(this::passes)) {
        PlannedFeature planned = each.feature();
        boolean shown =
            each.rules().stream()
                .anyMatch(rule -> canHold.computeIfAbsent(rule.place(), any -> canStillHold(rule)));
        carried.add(
            new Found(
                planned.feature().name(),
                remembered.of(planned.feature().name(), planned.feature()),
                seenBy(planned),
                shown
                    ? remembered.values().newest(planned.feature(), each.evidence())
                    : List.of()));
      }
    }
    return carried;
  }

  private boolean canStillHold(PlannedRule planned) {
    return passes(planned)
        && (!(planned.rule() instanceof AskingRule asking)
            || (asking.evidenceOfEach() > 0 && asking.canHold(new KnownHere(planned))));
  }

  /** What is known for a rule that is judged here. */
  private final class KnownHere implements Known {
    private final PlannedRule planned;

    KnownHere(PlannedRule planned) {
      this.planned = planned;
    }

    @Override
    public Transaction subject() {
      return tx;
    }

    @Override
    public long logTime() {
      return logTime;
    }

    @Override
    public Lists lists() {
      return lists;
    }

    /** The feature as it is looked at here, or nothing if it is not. */
    private @Nullable PlannedFeature here(Feature feature) {
      PlannedFeature named = planned.byName().get(feature.name());
      return named == null || named.key() != key ? null : named;
    }

    @Override
    public @Nullable Object value(Feature feature) {
      PlannedFeature here = here(feature);
      if (here != null) {
        return remembered.of(feature.name(), here.feature());
      }
      Found found = earlier.get(feature.name());
      return found == null ? null : found.value();
    }

    @Override
    public List<Witness> newest(Feature feature, int many) {
      PlannedFeature here = here(feature);
      if (here != null) {
        return remembered.values().newest(here.feature(), many);
      }
      Found found = earlier.get(feature.name());
      return found == null
          ? List.of()
          : found
              .newest()
              .subList(Math.max(0, found.newest().size() - many), found.newest().size());
    }

    @Override
    public boolean warm() {
      return isWarm(planned);
    }

    @Override
    public long seen() {
      return Look.this.seen(planned);
    }
  }
}
