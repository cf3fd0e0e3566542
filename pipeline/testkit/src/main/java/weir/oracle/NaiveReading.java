package weir.oracle;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.DeclaredValues;
import weir.fields.Pointer;
import weir.fields.RecordLayout;
import weir.form.LabelParser;
import weir.form.TransactionJson;
import weir.form.TransactionParser;
import weir.model.MalformedTransactionException;
import weir.model.Transaction;

/**
 * A second reading of records with declared fields or a mapping: it keeps the whole record, and
 * goes to each place from the top. The formats of known fields are those of the parser that it
 * shares with the pipeline, and so are the words for what is wrong.
 */
final class NaiveReading {
  private static final List<String> KNOWN =
      List.of(
          "transactionId",
          "userId",
          "amount",
          "currency",
          "timestamp",
          "merchantId",
          "category",
          "paymentMethod",
          "city",
          "country",
          "latitude",
          "longitude",
          "deviceId");

  private static final BigDecimal TOO_LARGE = new BigDecimal("1000000000000");

  private NaiveReading() {}

  static Transaction read(RecordLayout layout, byte[] record) throws MalformedTransactionException {
    if (layout.equals(RecordLayout.USUAL)) {
      return known(record);
    }
    try {
      return parse(layout, record);
    } catch (MalformedTransactionException malformed) {
      // What matters is that it is malformed; of several faults any may be said.
      TransactionParser.of(layout).parse(record);
      throw malformed;
    }
  }

  /** The same by its own code alone. */
  static Transaction parse(RecordLayout layout, byte[] record)
      throws MalformedTransactionException {
    NaiveTree tree = NaiveTree.read(record);
    return known(flat(layout, tree).toString().getBytes(StandardCharsets.UTF_8))
        .withDeclared(declared(layout, tree));
  }

  /** The known fields, each with its usual name. */
  private static ObjectNode flat(RecordLayout layout, NaiveTree tree)
      throws MalformedTransactionException {
    ObjectNode flat = JsonNodeFactory.instance.objectNode();
    for (String name : KNOWN) {
      Pointer mapped = layout.mapping().get(name);
      NaiveTree value = tree.at(mapped == null ? new Pointer(List.of(name)) : mapped);
      if (value != null) {
        boolean plain = value.token() == JsonToken.VALUE_STRING || value.token().isNumeric();
        if (!plain || !isWhole(value.text())) {
          throw new MalformedTransactionException(name);
        }
        // The parser takes a text for a number and the other way round.
        flat.put(name, value.text());
      }
    }
    return flat;
  }

  private static DeclaredValues declared(RecordLayout layout, NaiveTree tree)
      throws MalformedTransactionException {
    Map<String, Object> declared = new TreeMap<>();
    for (DeclaredField field : layout.fields()) {
      Object value = value(field.type(), tree.at(field.from()));
      if (value != null) {
        declared.put(field.name(), value);
      }
    }
    return DeclaredValues.of(declared);
  }

  /**
   * What a label tells.
   *
   * @param payment as far as it tells of it
   * @param currency of the payment, if it tells
   * @param source who says it, if it tells
   */
  record Labelled(
      Transaction payment, @Nullable String currency, boolean fraud, @Nullable Object source) {}

  static Labelled label(RecordLayout layout, byte[] record) throws MalformedTransactionException {
    try {
      NaiveTree tree = NaiveTree.read(record);
      Object fraud = value(DeclaredType.BOOL, tree.at(new Pointer(List.of("fraud"))));
      if (fraud == null) {
        throw new MalformedTransactionException("no fraud");
      }
      Object source = value(DeclaredType.TEXT, tree.at(new Pointer(List.of("source"))));
      ObjectNode flat = flat(layout, tree);
      // Whatever a label says of these, nobody asks.
      flat.remove(List.of("latitude", "longitude"));
      JsonNode named = flat.get("currency");
      String currency = named == null || named.asText().isBlank() ? null : named.asText();
      if (currency != null && (currency.length() > 1024 || currency.indexOf('\0') >= 0)) {
        throw new MalformedTransactionException("no good currency");
      }
      flat.put("amount", "1").put("currency", "EUR");
      return new Labelled(
          known(flat.toString().getBytes(StandardCharsets.UTF_8))
              .withDeclared(declared(layout, tree)),
          currency,
          Boolean.TRUE.equals(fraud),
          source);
    } catch (MalformedTransactionException malformed) {
      LabelParser.of(layout).parse(record);
      throw malformed;
    }
  }

  private static Transaction known(byte[] record) throws MalformedTransactionException {
    Transaction tx = TransactionJson.parse(record);
    Optional<String> digits = NaiveDigits.fault(record);
    if (digits.isPresent()) {
      throw new MalformedTransactionException(digits.get());
    }
    return tx;
  }

  private static @Nullable Object value(DeclaredType type, @Nullable NaiveTree value)
      throws MalformedTransactionException {
    if (value == null) {
      return null;
    }
    JsonToken token = value.token();
    switch (type) {
      case TEXT -> {
        if (token == JsonToken.VALUE_STRING) {
          return text(value.text());
        }
      }
      case NUMBER -> {
        if (token.isNumeric()) {
          return number(value.text());
        }
      }
      case BOOL -> {
        if (token.isBoolean()) {
          return token == JsonToken.VALUE_TRUE;
        }
      }
    }
    throw new MalformedTransactionException(type + " is another");
  }

  private static @Nullable String text(String text) throws MalformedTransactionException {
    boolean sound = isWhole(text) && text.indexOf('\0') < 0 && text.length() <= 256;
    if (!text.isBlank() && !sound) {
      throw new MalformedTransactionException("no good text");
    }
    return text.isBlank() ? null : text;
  }

  /** Whether no character is half of one. */
  private static boolean isWhole(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.UTF_8).equals(text);
  }

  private static BigDecimal number(String text) throws MalformedTransactionException {
    int e = text.toLowerCase(Locale.ROOT).indexOf('e');
    BigDecimal digits = new BigDecimal(e < 0 ? text : text.substring(0, e));
    try {
      new BigDecimal(text);
    } catch (NumberFormatException beyond) {
      // Beyond what the JDK can hold it is malformed, whatever it is.
      throw new MalformedTransactionException("beyond any exponent");
    }
    long exponent = e < 0 ? 0 : Long.parseLong(text.substring(e + 1));
    if (digits.signum() == 0 || exponent < -2000) {
      return BigDecimal.ZERO;
    }
    if (exponent > 2000) {
      throw new MalformedTransactionException("too large");
    }
    BigDecimal rounded =
        digits.scaleByPowerOfTen((int) exponent).setScale(6, RoundingMode.HALF_EVEN);
    if (rounded.abs().compareTo(TOO_LARGE) >= 0) {
      throw new MalformedTransactionException("too large");
    }
    return rounded;
  }
}
