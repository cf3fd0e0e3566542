package weir.dashboard.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.live.Found;
import weir.dashboard.store.JudgedPayment;
import weir.dashboard.store.Trouble;
import weir.model.Alert;
import weir.model.Json;

/**
 * What stood about a user at a moment.
 *
 * @param weir which form this has
 * @param time that moment, in UTC
 * @param cut whether there was more than is kept
 * @param alerts those that were decided about
 * @param payments the judged rows that these alerts rest on, the newest first
 * @param figures absent if PostgreSQL could not tell them in time
 * @param shared likewise
 */
public record Evidence(
    String weir,
    String user,
    String time,
    boolean cut,
    List<Found.Message> alerts,
    List<JudgedPayment> payments,
    @Nullable Figures figures,
    @Nullable List<SharedKey> shared) {
  private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);
  private static final String FORM = "evidence/1";
  private static final int MOST_PAYMENTS = 1000;

  /** Records may be long; this much is for alerts, and as much for payments. */
  private static final int MOST_CHARACTERS = 4 << 20;

  private static final JsonMapper MAPPER = new JsonMapper(Json.FACTORY);

  public Evidence {
    alerts = List.copyOf(alerts);
    payments = List.copyOf(payments);
    shared = shared == null ? null : List.copyOf(shared);
  }

  /** As it stands now. */
  public static Evidence of(Connection connection, String user, List<Found> alerts)
      throws SQLException {
    List<Found> kept = Bounded.first(alerts, Found::json, MOST_CHARACTERS);
    List<JudgedPayment> all = payments(connection, user, kept);
    List<JudgedPayment> payments = Bounded.first(all, JudgedPayment::toString, MOST_CHARACTERS);
    return new Evidence(
        FORM,
        user,
        Json.time(System.currentTimeMillis()),
        kept.size() < alerts.size() || payments.size() < all.size() || all.size() == MOST_PAYMENTS,
        kept.stream().map(Found::message).toList(),
        payments,
        orNone(() -> Figures.of(connection, user)),
        orNone(() -> SharedKey.of(connection, user)));
  }

  private interface Asking<T> {
    T ask() throws SQLException;
  }

  /**
   * Nobody is kept from deciding because a large database takes too long to answer one question.
   */
  private static <T> @Nullable T orNone(Asking<T> asking) throws SQLException {
    try {
      return asking.ask();
    } catch (SQLException failed) {
      if (!Trouble.isOfOneQuery(failed)) {
        throw failed;
      }
      LOG.debug("evidence without one of its parts", failed);
      return null;
    }
  }

  /** The payments that these alerts of a user name. */
  private static List<JudgedPayment> payments(
      Connection connection, String user, List<Found> alerts) throws SQLException {
    Set<String> ids = new LinkedHashSet<>();
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (Found found : alerts) {
      Alert alert = found.alert();
      ids.addAll(alert.evidence());
      String about = alert.transactionId();
      if (about != null) {
        ids.add(about);
      }
      from = Math.min(from, Math.min(alert.windowStart(), alert.eventTime()));
      to = Math.max(to, Math.max(alert.windowEnd(), alert.eventTime()));
    }
    return ids.isEmpty()
        ? List.of()
        : JudgedPayment.named(connection, user, from, to, List.copyOf(ids), MOST_PAYMENTS);
  }

  String json() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("evidence has no JSON form", impossible);
    }
  }
}
