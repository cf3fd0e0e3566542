package weir.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weir.book.RuleBookReader;

/** What is told of two files: in their own words, and only what makes a difference. */
class BookChangesTest {
  private static final String BOOK =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      currencyScale: {JPY: 160}
      rules:
        - {id: high, version: 1, kind: amount-over, severity: medium, limit: 3500}
        - id: fast
          version: 2
          kind: count-in-window
          severity: high
          moreThan: 3
          window: 1 min
          filter: {categoryNot: [subscription, Rent]}
      """;

  private static BookChanges from(String before, String after) {
    return BookChanges.between(
        RuleBookReader.parse("before", before),
        before,
        RuleBookReader.parse("after", after),
        after);
  }

  private static BookChanges changed(String... replacements) {
    String after = BOOK;
    for (int i = 0; i < replacements.length; i += 2) {
      assertThat(after).contains(replacements[i]);
      after = after.replace(replacements[i], replacements[i + 1]);
    }
    return from(BOOK, after);
  }

  private static Stream<String> words(BookChanges changes) {
    return changes.changed().stream()
        .flatMap(rule -> rule.fields().stream())
        .map(FieldChange::words);
  }

  @Test
  void ofTheSameBookThereIsNone() {
    assertThat(changed().isNone()).isTrue();
  }

  @Test
  void whatMeansTheSameIsNoChange() {
    BookChanges changes =
        changed("window: 1 min", "window: 60 s", "[subscription, Rent]", "[rent, SUBSCRIPTION]");
    assertThat(changes.isNone()).isTrue();
    assertThat(words(changes)).isEmpty();
  }

  @Test
  void aChangedRuleTellsItsFieldsInTheWordsOfTheFile() {
    BookChanges changes =
        changed(
            "version: 2", "version: 3",
            "moreThan: 3", "moreThan: 5",
            "window: 1 min", "window: 2 min",
            "[subscription, Rent]", "rent",
            "severity: high", "severity: low");
    assertThat(changes.changed())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.id()).isEqualTo("fast");
              assertThat(rule.versionBefore()).isEqualTo(2);
              assertThat(rule.versionAfter()).isEqualTo(3);
            });
    assertThat(words(changes))
        .containsExactly(
            "severity high → low",
            "moreThan 3 → 5",
            "window 1 min → 2 min",
            "filter.categoryNot subscription, Rent → rent");
  }

  @Test
  void aFieldThatComesOrGoesHasNothingOnOneSide() {
    assertThat(words(changed("{categoryNot: [subscription, Rent]}", "{country: PT}")))
        .containsExactly(
            "filter.country none → PT", "filter.categoryNot subscription, Rent → none");
  }

  @Test
  void rulesAreAddedAndRemovedByTheirIds() {
    BookChanges changes = changed("id: high", "id: higher");
    assertThat(changes.added()).extracting(BookChanges.RuleText::id).containsExactly("higher");
    assertThat(changes.added().get(0).fields())
        .containsEntry("limit", "3500")
        .doesNotContainKeys("id", "version");
    assertThat(changes.removed()).extracting(BookChanges.RuleText::id).containsExactly("high");
    assertThat(changes.changed()).isEmpty();
    assertThat(changes.isNone()).isFalse();
  }

  @Test
  void aScaleChangesTheRulesWithAmountsThoughTheySayTheSame() {
    BookChanges changes = changed("JPY: 160", "JPY: 150, SEK: 11");
    assertThat(changes.currencyScale())
        .extracting(FieldChange::words)
        .containsExactly("JPY 160 → 150", "SEK none → 11");
    assertThat(changes.changed()).extracting(BookChanges.RuleChange::id).containsExactly("high");
    assertThat(words(changes)).isEmpty();
    assertThat(changes.isNone()).isFalse();
  }

  @Test
  void theCharterTellsLengthsOfTime() {
    assertThat(changed("allowedLateness: 1 min", "allowedLateness: 90 s\nhorizon: 1 d").charter())
        .extracting(FieldChange::words)
        .containsExactly("horizon 1 min → 1 d", "allowedLateness 1 min → 1 min 30 s");
  }

  @Test
  void theCharterTellsFieldsMappingAndKeys() {
    String before = "fields: {ip: text, bin: text}\nmapping: {userId: /u}\n" + BOOK;
    String after =
        "fields: {ip: text, bin: {type: text, from: /BIN}}\nmapping: {userId: /U}\n"
            + "keys: {shop: merchantId}\n"
            + BOOK;
    assertThat(from(before, after).charter())
        .extracting(FieldChange::words)
        .containsExactly(
            "fields.bin text → text from /BIN",
            "mapping.userId /u → /U",
            "keys.shop none → merchantId");
    assertThat(from(before, after).isNone()).isFalse();
    assertThat(from(before, before).isNone()).isTrue();
  }

  @Test
  void anotherOrderIsAChange() {
    String other =
        """
        allowedLateness: 1 min
        allowedClockSkew: 5 s
        rules:
          - {id: %s, version: 1, kind: amount-over, severity: medium, limit: %d}
          - {id: %s, version: 1, kind: amount-over, severity: medium, limit: %d}
        """;
    BookChanges changes =
        from(other.formatted("one", 1, "two", 2), other.formatted("two", 2, "one", 1));
    assertThat(changes.reordered()).isTrue();
    assertThat(changes.isNone()).isFalse();
    assertThat(changes.changed()).isEmpty();
  }

  @Test
  void aFeatureThatChangesIsAChangeOfTheRulesThatAskForIt() {
    String book =
        BOOK.replace("rules:", "features: {m: {mean: amount, window: 1 h}}\nrules:")
            + "  - {id: odd, version: 1, severity: low, when: amount > 3 * m, reason: odd}\n";
    String after =
        book.replace("window: 1 h", "window: 2 h").replace("odd, version: 1", "odd, version: 2");
    assertThat(words(from(book, after)))
        .containsExactly("feature m mean amount, window 1 h → mean amount, window 2 h");
  }
}
