package weir.traffic;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import weir.model.Transaction;

/** The simulated world: payments in order of time, without end. */
final class Town {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** How many people are tried at most until one is awake. */
  private static final int ASKED = 16;

  /** How many are asked at most for a crowd: in a small town there may be none. */
  private static final int ASKED_FOR_A_CROWD = 20_000;

  private final TrafficSettings settings;
  private final double ordinaryShare;
  private final Dice dice;
  private final Atlas atlas;
  private final Subscriptions subscriptions;
  private final Pauses pauses;
  private final WatchedShops shops;
  private final PriorityQueue<Planned> planned =
      new PriorityQueue<>(
          Comparator.comparingLong(Planned::nanos).thenComparingLong(Planned::number));
  private final String idPrefix;
  private double nextArrival;
  private long plannedSoFar;
  private long scenes;
  private long paid;

  private record Planned(
      long nanos, long number, Payment payment, @Nullable Scenery scenery, boolean waits) {

    int person() {
      return payment.person().number();
    }

    Planned later(long otherNanos) {
      return new Planned(otherNanos, number, payment, scenery, waits);
    }
  }

  /** A payment, its instant since the beginning, and its label if it is staged. */
  record Happening(long nanos, Transaction transaction, @Nullable Label label) {}

  Town(TrafficSettings settings) {
    this.settings = settings;
    ordinaryShare = settings.scenario().ordinaryShare();
    dice = new Dice(settings.seed());
    atlas = Atlas.read();
    subscriptions = new Subscriptions(settings.users(), settings.seed(), atlas);
    pauses = new Pauses(settings.users(), settings.scenario().pauseMillis());
    // A payment with another seed or start must not have the same id.
    long run = Dice.of(settings.seed(), settings.startMillis()).next() >>> 32 | 1L << 31;
    idPrefix = Long.toString(run, Character.MAX_RADIX);
    shops =
        new WatchedShops(
            settings.scenario().shops(), settings.seed(), settings.startMillis(), idPrefix);
    // A demo should show every attack soon after its start.
    settings.scenario().everyAttack().forEach(role -> begin(role, 0));
  }

  Happening next() {
    Planned due = due();
    if (due != null) {
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
    Payment payment = ordinary(nanos);
    return happening(new Planned(nanos, 0, payment, shops.of(payment, millis(nanos)), false));
  }

  /** The next planned payment before the next ordinary one, if there is one. */
  private @Nullable Planned due() {
    for (Planned due = planned.peek();
        due != null && due.nanos() <= nextArrival;
        due = planned.peek()) {
      planned.remove();
      if (!due.waits()) {
        return due;
      }
      if (pauses.isOver(due.person(), due.nanos())) {
        pauses.begin(due.person(), due.nanos());
        return due;
      }
      planned.add(due.later(pauses.endNanos(due.person())));
    }
    return null;
  }

  private Payment ordinary(long nanos) {
    Payment charge = subscriptions.maybeCharge(dice);
    if (charge != null) {
      return charge;
    }
    Person person = person(someone(nanos));
    pauses.begin(person.number(), nanos);
    return person.buys(person.home(), dice);
  }

  private void begin(Cast.Role role, long nanos) {
    Person person = person(someone(nanos));
    Scenery scenery =
        new Scenery(role.kind().name(), role.kind().isFraud(), idPrefix + "-c" + ++scenes);
    Stage stage =
        new Stage(
            atlas, dice, millis(nanos), settings.rate(), (many, home) -> crowd(many, home, nanos));
    Scene scene = role.scene();
    for (Step step : scene.play(person, stage)) {
      long at = nanos + step.afterMillis() * NANOS_PER_MILLI;
      Scenery staged = step.staged() ? scenery : null;
      planned.add(new Planned(at, ++plannedSoFar, step.payment(), staged, scene.waits()));
      if (!scene.lifeGoesOn()) {
        pauses.begin(step.payment().person().number(), at);
      }
    }
  }

  private List<Person> crowd(int many, Predicate<City> home, long nanos) {
    Set<Integer> found = new LinkedHashSet<>();
    for (int i = 0; i < ASKED_FOR_A_CROWD && found.size() < many; i++) {
      int number = dice.below(settings.users());
      if (pauses.isOver(number, nanos) && home.test(Person.home(number, atlas, settings.seed()))) {
        found.add(number);
      }
    }
    return found.stream().map(this::person).toList();
  }

  private Happening happening(Planned due) {
    String id = idPrefix + "-" + ++paid;
    Transaction tx = due.payment().toTransaction(id, millis(due.nanos()));
    Scenery scenery = due.scenery();
    return new Happening(due.nanos(), tx, scenery == null ? null : scenery.label(tx));
  }

  /**
   * A person who is awake and not pausing. If none is found, one who is not pausing, or else
   * anyone.
   */
  private int someone(long nanos) {
    int found = dice.below(settings.users());
    for (int i = 0; i < ASKED; i++) {
      int number = dice.below(settings.users());
      if (pauses.isOver(number, nanos)) {
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

  private long millis(long nanos) {
    return settings.startMillis() + nanos / NANOS_PER_MILLI;
  }
}
