package weir.dashboard.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.dashboard.Alerts;

class WordsTest {
  private static final String PAGE = "https://weir.example";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel>",
        "<https://evil.example|Open the user>",
        "` <!here> `",
        "a\n@channel\r@here",
        "@everyone @ALL",
        "https://evil.example",
        "x|y>z",
        "\u202e\u2066\u200b",
        "&lt;!channel&gt;",
        ""
      })
  void hostileTextStaysText(String hostile) {
    String text = Words.of(Alerts.velocity("h", hostile), 0, Optional.empty(), PAGE);

    assertThat(text).doesNotContainPattern("(?i)@(channel|here|everyone|all)");
    assertThat(text).doesNotContain("<!", "\n", "\r", "\u202e", "\u2066");
    assertThat(text.chars().filter(each -> each == '<').count()).isEqualTo(1);
    assertThat(text.chars().filter(each -> each == '>').count()).isEqualTo(1);
    assertThat(text).containsPattern("<https://weir.example/#/user/[^<>|]*\\|Open the user>$");
    // All that is foreign stands between two of these, or in the link as the user's id.
    assertThat(text.chars().filter(each -> each == '`').count()).isEqualTo(6);
    assertThat(text.replaceAll("`[^`]*`|<[^>]*>", "")).doesNotContain("evil");
  }

  @Test
  void ampersandsAreWrittenAsAChatReadsThem() {
    assertThat(Words.code("a & b < c")).isEqualTo("`a &amp; b &lt; c`");
  }

  @Test
  void longTextIsCut() {
    assertThat(Words.code("\ud83d\ude00".repeat(400)))
        .isEqualTo("`" + "\ud83d\ude00".repeat(300) + "...`");
  }

  @Test
  void theAmountIsThatOfThePaymentOrOfTheTotal() {
    Words.Amount paid = new Words.Amount(new BigDecimal("12.50"), "EUR");
    assertThat(Words.of(Alerts.velocity("a", "ada"), 2, Optional.of(paid), PAGE))
        .contains("`, 12.50 EUR, and 2 more alerts. <");
    assertThat(Words.of(Alerts.total("t", "tom", 1, 2), 0, Optional.empty(), PAGE))
        .contains("`, 12000 EUR. <");
  }

  @Test
  void aServerMayAskForAPauseInSecondsOrByAMoment() {
    assertThat(Post.pause("7")).isEqualTo(Duration.ofSeconds(7));
    assertThat(Post.pause("86400")).isEqualTo(Duration.ofMinutes(5));
    assertThat(Post.pause("Wed, 21 Oct 2015 07:28:00 GMT")).isEqualTo(Duration.ZERO);
    assertThat(Post.pause("Wed, 21 Oct 2099 07:28:00 GMT")).isEqualTo(Duration.ofMinutes(5));
    assertThat(Post.pause("soon")).isNull();
  }
}
