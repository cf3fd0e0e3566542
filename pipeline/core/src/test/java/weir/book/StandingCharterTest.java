package weir.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import weir.failure.MisuseException;

/** A book that follows others has the charter of the first. */
class StandingCharterTest {
  private static final Charter STANDING = new Charter(60_000, 3000, 1000, 10_000);

  private static final String RULES =
      """
      rules:
        - {id: often, version: 1, kind: count-in-window, severity: low, moreThan: 3, window: %s}
      """;

  private static RuleBook later(String charter, String window) {
    return RuleBookReader.parse("later", charter + String.format(RULES, window), STANDING);
  }

  private static void assertRefused(String charter, String window, String expected) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> later(charter, window))
        .withMessageContaining(expected);
  }

  @Test
  void itNeedNotSayIt() {
    assertThat(later("", "1 min").charter()).isEqualTo(STANDING);
  }

  @Test
  void itMaySayItOnceMoreInOtherWords() {
    String same =
        "allowedLateness: 3000 ms\nallowedClockSkew: 1 s\nhorizon: 60 s\nlead: 10000 ms\n";
    assertThat(later(same, "1 s").charter()).isEqualTo(STANDING);
  }

  @Test
  void itMaySayNothingElse() {
    assertRefused(
        "horizon: 61 s\n",
        "1 s",
        "later:1:10: horizon: cannot change from 1 min to 1 min 1 s; the first book has"
            + " settled it for this log");
    assertRefused("lead: 11 s\n", "1 s", "lead: cannot change from 10 s to 11 s");
  }

  /** A shorter horizon than the standing one is refused, and no rule is held against it. */
  @Test
  void rulesAreHeldAgainstTheStandingOne() {
    assertRefused("", "61 s", "beyond the book's horizon (1 min)");
    assertRefused("horizon: 2 min\n", "61 s", "horizon: cannot change from 1 min to 2 min");
  }

  @Test
  void theFirstHasTheUsualLead() {
    String first = "allowedLateness: 1 s\nallowedClockSkew: 0 s\n";
    String rules = String.format(RULES, "1 s");
    assertThat(RuleBookReader.parse("first", first + rules).charter())
        .isEqualTo(new Charter(1000, 1000, 0, Charter.DEFAULT_LEAD_MILLIS));
    assertThat(RuleBookReader.parse("first", first + "lead: 1 s\n" + rules).charter().leadMillis())
        .isEqualTo(1000);
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> RuleBookReader.parse("first", first + "lead: 999 ms\n" + rules))
        .withMessageContaining("first:3:7: lead: found '999 ms'");
  }

  private static final String SAID =
      """
      fields: {ip: text, bin: {type: text, from: /card/bin}}
      mapping: {userId: /customer/id}
      keys: {shop: merchantId, card: [bin, city]}
      """;

  private static void assertKept(String said, String... expected) {
    String first = "allowedLateness: 1 s\nallowedClockSkew: 0 s\n" + SAID;
    String rules = String.format(RULES, "1 s");
    Charter standing = RuleBookReader.parse("first", first + rules).charter();
    if (expected.length == 0) {
      assertThat(RuleBookReader.parse("later", said + rules, standing).charter())
          .isEqualTo(standing);
    }
    for (String each : expected) {
      assertThatExceptionOfType(MisuseException.class)
          .isThrownBy(() -> RuleBookReader.parse("later", said + rules, standing))
          .withMessageContaining(each + "; the first book has settled it for this log");
    }
  }

  @Test
  void fieldsMappingAndKeysNeedNotBeSaidAgain() {
    assertKept("");
    assertKept(SAID);
    assertKept("fields: {bin: {from: /card/bin, type: text}, ip: {type: text, from: /ip}}\n");
    assertKept("keys: {card: [bin, city], shop: [merchantId]}\n");
  }

  @Test
  void fieldsMappingAndKeysStay() {
    assertKept(
        SAID.replace("ip: text", "ip: bool"),
        "later:1:14: fields.ip: cannot change from text to bool");
    assertKept(
        SAID.replace("/card/bin", "/bin"),
        "fields.bin: cannot change from text from /card/bin to text");
    assertKept(
        SAID.replace("ip: text", "up: text"),
        "later:1:14: fields.up: cannot change from none to text",
        "later:1:9: fields: 'ip' cannot change from text to none");
    assertKept("mapping: {}\n", "mapping: 'userId' cannot change from /customer/id to none");
    assertKept(
        "mapping: {userId: /customer/ID}\n",
        "mapping.userId: cannot change from /customer/id to /customer/ID");
    assertKept(
        SAID.replace("{userId:", "{city: /town, userId:"),
        "mapping.city: cannot change from none to /town");
    assertKept(
        SAID.replace("[bin, city]", "[city, bin]"),
        "keys.card: cannot change from bin, city to city, bin");
    assertKept("keys: {shop: merchantId}\n", "keys: 'card' cannot change from bin, city to none");
  }

  /** A fault is told as what it is, and not as a change as well. */
  @Test
  void whatIsWrongIsNoChange() {
    String first = "allowedLateness: 1 s\nallowedClockSkew: 0 s\n" + SAID;
    String rules = String.format(RULES, "1 s");
    Charter standing = RuleBookReader.parse("first", first + rules).charter();
    String faulty = SAID.replace("ip: text", "ip: {type: texd}");
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> RuleBookReader.parse("later", faulty + rules, standing))
        .withMessageStartingWith("later:1:21: fields.ip.type: found 'texd'")
        .withMessageNotContaining("cannot change");
  }
}
