package weir.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.failure.MisuseException;
import weir.feature.Feature;
import weir.feature.Function;
import weir.rules.ByExpression;

/** Books whose features look at labels, and charters that say whether there are any. */
class LabelRulesTest {
  private static final String CHARTER =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      keys: {merchant: merchantId}
      """;

  private static String rules(String feature) {
    return """
        features: {bad: {%s}}
        rules:
          - {id: bad-shop, version: 1, severity: low, when: bad > 0, reason: '{bad}'}
        """
        .formatted(feature);
  }

  private static RuleBook read(String more, String feature) {
    return RuleBookReader.parse("book", CHARTER + more + "\n" + rules(feature));
  }

  private static Feature feature(String said) {
    ByExpression rule = (ByExpression) read("labels: true", said).rules().get(0);
    return rule.features().get(0);
  }

  @Test
  void aFeatureCountsWhatIsLabelledAsFraud() {
    Feature count = feature("count: fraud, by: merchant, window: 7 d, delay: 1 d, edge: 1 h");
    assertThat(count.function()).isEqualTo(Function.FRAUDS);
    assertThat(count.by()).isEqualTo("merchant");
    Feature share = feature("share: fraud, window: 7 d");
    assertThat(share.function()).isEqualTo(Function.SHARE);
    assertThat(share.by()).isEqualTo("user");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          count: fraud, window: 7 d, where: 'amount > 5'|features.bad.where: a label says only
          count: fraud, window: 7 d, without: itself    |features.bad.without: a label says only
          share: transactions, window: 7 d              |features.bad.share: found 'transactions'
          count: frauds, window: 7 d                    |did you mean 'fraud'
          """)
  void whatALabelDoesNotSayIsNotAskedFor(String said, String message) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> read("labels: true", said))
        .withMessageContaining(message);
  }

  @Test
  void whoHasNoLabelsIsToldHowToHaveSome() {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> read("", "count: fraud, window: 7 d"))
        .withMessageContaining("the charter has no labels; add labels: true");
    Charter standing = read("", "count: transactions, window: 7 d").charter();
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(
            () -> RuleBookReader.parse("later", rules("count: fraud, window: 7 d"), standing))
        .withMessageContaining("this log has no labels, as its first book has settled")
        .withMessageNotContaining("add labels");
  }

  @Test
  void laterBooksNeedNotSayItAndCannotChangeIt() {
    String feature = "count: fraud, window: 7 d";
    Charter standing = read("labels: true", feature).charter();
    assertThat(RuleBookReader.parse("later", rules(feature), standing).charter().labels()).isTrue();
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(
            () -> RuleBookReader.parse("later", "labels: false\n" + rules(feature), standing))
        .withMessageContaining("labels: cannot change from true to false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fields: {source: text}                         |fields.source: cannot stand at /source
          fields: {s: {type: bool, from: /fraud}}         |fields.s: cannot stand at /fraud
          fields: {by: {type: text, from: /source/who}}  |fields.by: cannot stand at /source/who
          mapping: {city: /fraud}                        |mapping.city: cannot stand at /fraud
          """)
  void noFieldStandsWhereLabelsSayTheirOwn(String more, String message) {
    String feature = "count: transactions, window: 7 d";
    assertThatCode(() -> read(more, feature)).doesNotThrowAnyException();
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> read("labels: true\n" + more, feature))
        .withMessageContaining(message + ", where labels have something of their own");
  }
}
