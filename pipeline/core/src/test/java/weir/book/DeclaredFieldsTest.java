package weir.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.failure.MisuseException;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.Pointer;
import weir.fields.RecordLayout;

/** What a charter says of records: further fields, where the known ones stand, and keys. */
class DeclaredFieldsTest {
  private static Charter charter(String said) {
    return RuleBookReader.parse(
            "book",
            """
            allowedLateness: 1 min
            allowedClockSkew: 5 s
            %s
            rules:
              - {id: high, version: 1, kind: amount-over, severity: low, limit: 100}
            """
                .formatted(said))
        .charter();
  }

  private static void assertRefused(String said, String message) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> charter(said.replace(";", "\n")))
        .withMessageContaining(message);
  }

  @Test
  void withoutThemRecordsAreTheUsualOnes() {
    assertThat(charter("").layout()).isEqualTo(RecordLayout.USUAL);
    assertThat(charter("").keys()).isEmpty();
    assertThat(charter("fields: {}\nmapping: {}\nkeys: {}")).isEqualTo(charter(""));
  }

  @Test
  void fieldsHaveATypeAndPerhapsAPlace() {
    assertThat(
            charter("fields: {risk: number, ip: {type: text}, bin: {type: text, from: /card/bin}}")
                .layout()
                .fields())
        .containsExactly(
            new DeclaredField("bin", DeclaredType.TEXT, Pointer.parse("/card/bin")),
            new DeclaredField("ip", DeclaredType.TEXT, Pointer.parse("/ip")),
            new DeclaredField("risk", DeclaredType.NUMBER, Pointer.parse("/risk")));
    assertThat(charter("fields: {present: bool}").layout().fields())
        .containsExactly(new DeclaredField("present", DeclaredType.BOOL));
  }

  @Test
  void aMappingSaysWhereKnownFieldsStand() {
    String mapping = "mapping: {userId: /customer/id, amount: /payment~1/0, city: /city}";
    assertThat(charter(mapping).layout())
        .isEqualTo(
            new RecordLayout(
                List.of(),
                Map.of(
                    "userId",
                    Pointer.parse("/customer/id"),
                    "amount",
                    Pointer.parse("/payment~1/0"))));
  }

  /** Its usual place is free for another. */
  @Test
  void aMappedFieldNoLongerStandsAtItsUsualPlace() {
    assertThat(
            charter("mapping: {city: /town}\nfields: {place: {type: text, from: /city}}")
                .layout()
                .fields())
        .containsExactly(new DeclaredField("place", DeclaredType.TEXT, Pointer.parse("/city")));
  }

  @Test
  void keysAreOneTextFieldOrTwo() {
    assertThat(
            charter(
                    "fields: {bin: text}\n"
                        + "keys: {merchant: merchantId, card_at_shop: [bin, merchantId],"
                        + " at: [userId, city]}")
                .keys())
        .containsExactly(
            new Key("merchant", List.of("merchantId")),
            new Key("card_at_shop", List.of("bin", "merchantId")),
            new Key("at", List.of("userId", "city")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fields: {ip: texd} | book:3:14: fields.ip: found 'texd', expected one of text, number, bool; did you mean 'text'?
          fields: {ip: {typ: text}} | book:3:15: fields.ip: unknown 'typ'; did you mean 'type'?
          fields: {ip: {from: /ip}} | book:3:14: fields.ip.type: is missing, expected one of text, number, bool
          fields: {ip: {type: text, from: card/bin}} | book:3:33: fields.ip.from: found 'card/bin', expected a JSON pointer such as /card/bin, of up to 16 steps and 256 characters
          fields: {ip: [text]} | book:3:14: fields.ip: found no plain value, expected one of text, number, bool
          fields: 7 | book:3:9: fields: found no mapping, expected lines of name: value
          fields: {1p: text} | book:3:10: fields: found '1p', expected up to 64 letters, digits and underscores, the first a letter, such as card_bin
          fields: {card-bin: text} | fields: found 'card-bin', expected up to 64 letters
          fields: {amount: number} | book:3:10: fields: every transaction may have 'amount'; to read it from elsewhere, use mapping
          fields: {in: text} | book:3:10: fields: 'in' means something else in expressions; choose another name
          fields: {value: number} | 'value' means something else in expressions
          fields: {has: bool} | 'has' means something else in expressions
          fields: {'null': bool} | 'null' means something else in expressions
          fields: {amountOver: text} | book:3:10: fields: filters mean something else by 'amountOver'; choose another name
          fields: {coordinates: bool} | filters mean something else by 'coordinates'; choose another name
          fields: {ip: text, ipNot: bool} | book:3:20: fields: filters ask by 'ipNot' for 'ip' too; choose another name
          fields: {ip: text, ip: bool} | book:3:20: fields.ip: is given twice; keep one of them
          fields: {town: {type: text, from: /city}} | book:3:16: fields.town: cannot stand at /city, for 'city' stands at /city; give one of them another place
          fields: {card: text, bin: {type: text, from: /card/bin}} | fields.bin: cannot stand at /card/bin, for 'card' stands at /card; give one of them another place
          fields: {bin: {type: text, from: /card/bin}, card: text} | fields.card: cannot stand at /card, for 'bin' stands at /card/bin
          mapping: {userIdd: /u} | book:3:11: mapping: unknown 'userIdd'; did you mean 'userId'?
          mapping: {ip: /u} | book:3:11: mapping: unknown 'ip', expected one of amount, category,
          mapping: {userId: u} | book:3:19: mapping.userId: found 'u', expected a JSON pointer such as /card/bin
          mapping: {userId: /amount} | book:3:19: mapping.userId: cannot stand at /amount, for 'amount' stands at /amount
          mapping: {userId: /a/0, city: /a} | mapping.city: cannot stand at /a, for 'userId' stands at /a/0
          keys: {merchant: merchantIdd} | book:3:18: keys.merchant: found 'merchantIdd', expected text fields, of category, city, country, currency, deviceId, merchantId, paymentMethod, userId; did you mean 'merchantId'?
          keys: {a: [city, country, deviceId]} | keys.a: found 3 fields, expected one or two
          keys: {a: amount} | keys.a: found 'amount', expected text fields
          keys: {a: risk};fields: {risk: number} | keys.a: found 'risk', expected text fields
          keys: {a: transactionId} | keys.a: found 'transactionId', expected text fields
          keys: {a: userId} | keys.a: the user is always the first key; take it out
          keys: {user: deviceId} | book:3:8: keys: the user is always the first key; take it out
          keys: {a-b: deviceId} | keys: found 'a-b', expected up to 64 letters
          keys: {a: [city, country], b: [country, city]} | keys.b: 'a' is the same key; take out one of them
          keys: {a: []} | keys.a: found an empty list, expected at least one name
          """)
  void saysWhereWhatIsWrong(String said, String message) {
    assertRefused(said, message);
  }

  @Test
  void saysAllThatIsWrongAtOnce() {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(
            () ->
                charter(
                    """
                    fields: {ip: texd, amount: number}
                    mapping: {userIdd: /u}
                    keys: {user: merchantId}
                    """))
        .withMessageContaining("book has 4 faults")
        .withMessageContaining("book:5:8: keys: the user is always the first key");
  }

  @Test
  void thereMayBeFiftyFieldsAndEightKeys() {
    assertThat(charter(fields(50)).layout().fields()).hasSize(50);
    assertRefused(fields(51), "fields: has 51 fields, expected at most 50");
    assertThat(charter(fields(8) + "\n" + keys(8)).keys()).hasSize(8);
    assertRefused(fields(9) + "\n" + keys(9), "keys: has 9 keys, expected at most 8");
  }

  private static String fields(int count) {
    return "fields: {" + each(count, "f%1$d: text") + "}";
  }

  private static String keys(int count) {
    return "keys: {" + each(count, "k%1$d: f%1$d") + "}";
  }

  private static String each(int count, String form) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format(form, i))
        .collect(Collectors.joining(", "));
  }

  /** Of a book that may be a later one nobody knows yet which fields there are. */
  @Test
  void aBookThatMayFollowOthersMayRelyOnTheirFields() {
    String rules =
        """
        %s
        rules:
          - {id: a, version: 1, kind: amount-over, severity: low, limit: 1, filter: {ip: x}}
        """;
    assertThatCode(() -> RuleBookReader.check("later", String.format(rules, "")))
        .doesNotThrowAnyException();
    assertThatCode(() -> RuleBookReader.check("later", String.format(rules, "keys: {ip: ip}")))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> RuleBookReader.check("first", String.format(rules, "fields: {up: text}")))
        .withMessageContaining("rules[1].filter: unknown 'ip'; did you mean 'up'?");
  }

  /** A faulty declaration is told by itself, and not once more for each filter. */
  @Test
  void filtersAreNotHeldAgainstFaultyFields() {
    String book =
        """
        allowedLateness: 1 min
        allowedClockSkew: 5 s
        fields: {ip: texd}
        rules:
          - {id: a, version: 1, kind: amount-over, severity: low, limit: 1, filter: {ip: x}}
        """;
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> RuleBookReader.parse("book", book))
        .withMessageStartingWith("book:3:14: fields.ip: found 'texd'");
  }
}
