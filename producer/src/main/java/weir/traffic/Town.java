package weir.traffic;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import weir.model.Transaction;

/** The simulated world: payments in order of time, without end. */
final class Town {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long MILLIS_PER_SECOND = 1000;

  /** How many people are tried at most until one is awake. */
  private static final int ASKED = 16;

  /** How many are asked at most for a crowd: in a small town there may be none. */
  private static final int ASKED_FOR_A_CROWD = 20_000;

  private final TrafficSettings settings;
  private final double ordinaryShare;
  private final Dice dice;
  private final Atlas atlas;
  private final Subscriptions subscriptions;

  /** How long each person makes no further ordinary payment, in seconds since the beginning. */
  private final int[] pausesUntil;

  private final PriorityQueue<Planned> planned =
      new PriorityQueue<>(
          Comparator.comparingLong(Planned::nanos).thenComparingLong(Planned::number));
  private final String idPrefix;
  private double nextArrival;
  private long plannedSoFar;
  private long scenes;
  private long paid;

  private record Planned(long nanos, long number, Payment payment, @Nullable Scenery scenery) {}

  private record Scenery(SceneKind kind, String campaignId) {}

  /** A payment, its instant since the beginning, and its label if it is staged. */
  record Happening(long nanos, Transaction transaction, @Nullable Label label) {}

  Town(TrafficSettings settings) {
    this.settings = settings;
    ordinaryShare = settings.scenario().ordinaryShare();
    dice = new Dice(settings.seed());
    atlas = Atlas.read();
    subscriptions = new Subscriptions(settings.users(), settings.seed(), atlas);
    pausesUntil = new int[settings.users()];
    // A payment with another seed or start must not have the same id.
    long run = Dice.of(settings.seed(), settings.startMillis()).next() >>> 32 | 1L << 31;
    idPrefix = Long.toString(run, Character.MAX_RADIX);
    // A demo should show every attack soon after its start.
    settings.scenario().everyAttack().forEach(role -> begin(role, 0));
  }

  Happening next() {
    Planned due = planned.peek();
    if (due != null && due.nanos() <= nextArrival) {
      planned.remove();
      return happening(due);
    }
    long nanos = (long) nextArrival;
    double rate = settings.rate().at(millis(nanos)) * ordinaryShare;
    nextArrival += NANOS_PER_SECOND / rate;
    settings
        .scenario()
        .casts()
        .forEach(
            cast -> {
              if (dice.chance(cast.scenesPerPayment() / ordinaryShare)) {
                begin(cast.draw(dice), nanos);
              }
            });
    return happening(new Planned(nanos, 0, ordinary(nanos), null));
  }

  private Payment ordinary(long nanos) {
    Payment charge = subscriptions.maybeCharge(dice);
    if (charge != null) {
      return charge;
    }
    Person person = person(someone(nanos));
    pause(person.number(), nanos);
    return person.buys(person.home(), dice);
  }

  private void begin(Cast.Role role, long nanos) {
    Person person = person(someone(nanos));
    Scenery scenery = new Scenery(role.kind(), idPrefix + "-c" + ++scenes);
    Stage stage = new Stage(atlas, dice, (many, home) -> crowd(many, home, seconds(nanos)));
    for (Step step : role.scene().play(person, stage)) {
      long at = nanos + step.afterMillis() * NANOS_PER_MILLI;
      planned.add(new Planned(at, ++plannedSoFar, step.payment(), step.staged() ? scenery : null));
      if (!role.scene().lifeGoesOn()) {
        pause(step.payment().person().number(), at);
      }
    }
  }

  private List<Person> crowd(int many, Predicate<City> home, int seconds) {
    Set<Integer> found = new LinkedHashSet<>();
    for (int i = 0; i < ASKED_FOR_A_CROWD && found.size() < many; i++) {
      int number = dice.below(settings.users());
      if (pausesUntil[number] <= seconds
          && home.test(Person.home(number, atlas, settings.seed()))) {
        found.add(number);
      }
    }
    return found.stream().map(this::person).toList();
  }

  private Happening happening(Planned due) {
    String id = idPrefix + "-" + ++paid;
    Transaction tx = due.payment().toTransaction(id, millis(due.nanos()));
    Scenery scenery = due.scenery();
    Label label =
        scenery == null
            ? null
            : new Label(
                id,
                tx.userId(),
                tx.time(),
                scenery.kind().name(),
                scenery.kind().isFraud(),
                scenery.campaignId(),
                said(tx));
    return new Happening(due.nanos(), tx, label);
  }

  private static SortedMap<String, String> said(Transaction tx) {
    SortedMap<String, String> said = new TreeMap<>();
    put("merchantId", tx.merchantId(), said);
    put("category", tx.category(), said);
    put("paymentMethod", tx.paymentMethod(), said);
    put("city", tx.city(), said);
    put("country", tx.country(), said);
    put("deviceId", tx.deviceId(), said);
    return said;
  }

  private static void put(String name, @Nullable String value, Map<String, String> said) {
    if (value != null) {
      said.put(name, value);
    }
  }

  /**
   * A person who is awake and not pausing. If none is found, one who is not pausing, or else
   * anyone.
   */
  private int someone(long nanos) {
    int seconds = seconds(nanos);
    int found = dice.below(settings.users());
    for (int i = 0; i < ASKED; i++) {
      int number = dice.below(settings.users());
      if (pausesUntil[number] <= seconds) {
        found = number;
        City home = Person.home(number, atlas, settings.seed());
        if (dice.chance(Hours.likelihood(home.hourAt(millis(nanos))))) {
          return number;
        }
      }
    }
    return found;
  }

  private Person person(int number) {
    return Person.number(number, atlas, settings.seed());
  }

  private void pause(int number, long fromNanos) {
    int until = seconds(fromNanos + settings.scenario().pauseMillis() * NANOS_PER_MILLI) + 1;
    pausesUntil[number] = Math.max(pausesUntil[number], until);
  }

  private long millis(long nanos) {
    return settings.startMillis() + nanos / NANOS_PER_MILLI;
  }

  private static int seconds(long nanos) {
    return (int) (nanos / NANOS_PER_MILLI / MILLIS_PER_SECOND);
  }
}
