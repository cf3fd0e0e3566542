package weir.oracle;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import weir.form.TransactionJson;
import weir.model.Accepted;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Money;
import weir.model.Payload;
import weir.model.Transaction;

/** A transaction for tests, built from only the fields that matter. */
public record Sample(
    String id,
    String user,
    String amount,
    String currency,
    long time,
    @Nullable String category,
    @Nullable String method,
    @Nullable String city,
    @Nullable String country,
    @Nullable Double latitude,
    @Nullable Double longitude) {

  /** A small payment in euros by one user. */
  public static Sample at(long time) {
    return new Sample("t" + time, "u", "10", "EUR", time, null, null, null, null, null, null);
  }

  public Sample id(String other) {
    return new Sample(
        other, user, amount, currency, time, category, method, city, country, latitude, longitude);
  }

  public Sample user(String other) {
    return new Sample(
        id, other, amount, currency, time, category, method, city, country, latitude, longitude);
  }

  public Sample pay(String other, String inCurrency) {
    return new Sample(
        id, user, other, inCurrency, time, category, method, city, country, latitude, longitude);
  }

  public Sample category(@Nullable String other) {
    return new Sample(
        id, user, amount, currency, time, other, method, city, country, latitude, longitude);
  }

  public Sample by(String otherMethod) {
    return new Sample(
        id,
        user,
        amount,
        currency,
        time,
        category,
        otherMethod,
        city,
        country,
        latitude,
        longitude);
  }

  public Sample in(@Nullable String otherCity, @Nullable String otherCountry) {
    return new Sample(
        id,
        user,
        amount,
        currency,
        time,
        category,
        method,
        otherCity,
        otherCountry,
        latitude,
        longitude);
  }

  public Sample on(double north, double east) {
    return new Sample(
        id, user, amount, currency, time, category, method, city, country, north, east);
  }

  public Transaction tx() {
    return new Transaction(
        id,
        user,
        Money.toMinor(new BigDecimal(amount), Money.digits(currency)),
        currency,
        time,
        null,
        category,
        method,
        city,
        country,
        latitude,
        longitude,
        null);
  }

  /** As received without delay. */
  public Accepted received() {
    return received(time);
  }

  public Accepted received(long logTime) {
    Transaction tx = tx();
    return new Accepted(
        tx, new LogPosition(0, logTime, logTime), new Payload(TransactionJson.write(tx)));
  }

  /** As it stands in the log, keyed by user. */
  public LogRecord record(long offset, long logTime) {
    byte[] key = user.getBytes(StandardCharsets.UTF_8);
    return new LogRecord(
        new LogPosition(0, offset, logTime),
        new Payload(key),
        new Payload(TransactionJson.write(tx())));
  }
}
