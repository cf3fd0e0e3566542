package weir.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import weir.backtest.answer.Answer;

/** The page says what the answer says, and nothing in it comes from elsewhere. */
class AnswerHtmlTest {
  /** It can be read as XML, so every element ends where it shall. */
  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
  }

  private static List<Element> elements(Document page, String name) {
    NodeList found = page.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  /** The rows of the table with this caption, the header first. */
  private static List<List<String>> table(Document page, String caption) {
    for (Element table : elements(page, "table")) {
      if (table.getElementsByTagName("caption").item(0).getTextContent().equals(caption)) {
        NodeList rows = table.getElementsByTagName("tr");
        List<List<String>> texts = new ArrayList<>();
        for (int i = 0; i < rows.getLength(); i++) {
          List<String> cells = new ArrayList<>();
          NodeList children = rows.item(i).getChildNodes();
          for (int j = 0; j < children.getLength(); j++) {
            cells.add(children.item(j).getTextContent());
          }
          texts.add(cells);
        }
        return texts;
      }
    }
    throw new AssertionError("no table " + caption);
  }

  private static List<String> texts(Document page, String name) {
    return elements(page, name).stream().map(Element::getTextContent).toList();
  }

  @Test
  void tellsTheWholeInWords() throws Exception {
    List<String> paragraphs = texts(parse(AnswerHtml.page(Answers.labelled())), "p");
    assertThat(paragraphs.get(0))
        .isEqualTo(
            "Of 2,000,000 payments in 31 days, from 2026-01-30 00:00:00 to 2026-03-02 00:00:00"
                + " UTC, my-rules.yaml flags 1,377: 44.4 a day. Before, with the books in force"
                + " then, it was 1,240: 40.0 a day. 256 are added and 119 removed. It finds 611 of"
                + " 1,000 labelled frauds (before: 520), with 0.84 false alarms for each (before:"
                + " 0.84).");
    assertThat(paragraphs)
        .contains(
            "12 records were not judged: late, malformed or the like.",
            "17 labelled payments are not among these: of another time, or not in the log.")
        .noneMatch(each -> each.startsWith("Partial"));
  }

  @Test
  void itsTablesHaveTheFiguresOfTheAnswer() throws Exception {
    Document page = parse(AnswerHtml.page(Answers.labelled()));
    assertThat(table(page, "All live rules together"))
        .containsExactly(
            List.of("payments that a live rule flags", "before", "after"),
            List.of("payments", "1,240", "1,377"),
            List.of("a day", "40.0", "44.4"),
            List.of("users", "803", "912"),
            List.of("frauds found", "520", "611"),
            List.of("precision", "0.543", "0.544"),
            List.of("recall", "0.520", "0.611"),
            List.of("false alarms a fraud", "0.84", "0.84"),
            List.of("caught, EUR", "81,200.50", "99,800.00"),
            List.of("missed, EUR", "70,311.25", "51,711.75"),
            List.of("caught, JPY", "123,456", "123,456"),
            List.of("missed, JPY", "123,456", "123,456"));
    assertThat(table(page, "Alerts, and how many users they are about"))
        .contains(
            List.of(
                "rule",
                "alerts before",
                "alerts after",
                "a day before",
                "a day after",
                "users before",
                "users after"),
            List.of("velocity", "412", "520", "13.3", "16.8", "206", "260"),
            List.of("cards-at-shop", "20", "0", "0.65", "0.00", "8", "0"),
            List.of("cards-at-shop (snoozed)", "4", "–", "0.13", "–", "1", "–"),
            List.of("new-one (shadow)", "–", "55", "–", "1.77", "–", "20"));
    assertThat(table(page, "What becomes of the alerts"))
        .contains(
            List.of("rule", "kept", "changed", "added", "removed"),
            List.of("velocity", "300", "0", "220", "112"),
            List.of("new-one", "0", "0", "55", "0"));
    assertThat(table(page, "How right they are"))
        .contains(
            List.of("velocity", "101", "190", "0.534", "0.538", "0.101", "0.190", "0.87", "0.86"),
            List.of("windowed-spend", "–", "–", "–", "–", "–", "–", "–", "–"));
    assertThat(table(page, "Money in labelled frauds").get(1))
        .startsWith("velocity", "101.10", "190.10", "5,000", "4,000", "123,456");
    assertThat(table(page, "Pairs of rules"))
        .contains(List.of("velocity", "high-value", "77", "14.8 %", "12 %"));
  }

  @Test
  void manyCurrenciesAreToldOfAllRulesTogetherAndThoseThatChangedMostFirst() throws Exception {
    Document page = parse(AnswerHtml.page(Answers.ofManyCurrencies()));
    assertThat(table(page, "All live rules together"))
        .noneSatisfy(row -> assertThat(row.get(0)).startsWith("caught"));
    assertThat(table(page, "Money in labelled frauds, by all live rules together"))
        .containsExactly(
            List.of("currency", "caught before", "caught after", "missed before", "missed after"),
            List.of("SEK", "0.50", "1.50", "1.50", "0.50"),
            List.of("USD", "10.00", "11.00", "90.00", "89.00"),
            List.of("EUR", "7.00", "7.00", "7.00", "7.00"),
            List.of("GBP", "7.00", "7.00", "7.00", "7.00"));
    assertThat(texts(page, "figcaption")).noneSatisfy(each -> assertThat(each).startsWith("Money"));
  }

  @Test
  void itsPlotsCanBeReadAloud() throws Exception {
    Document page = parse(AnswerHtml.page(Answers.labelled()));
    assertThat(texts(page, "figcaption"))
        .containsExactly(
            "Live alerts a day",
            "Alerts of each rule",
            "Precision and recall of each rule",
            "Money in frauds that are caught, in EUR",
            "Money in frauds that are caught, in JPY");
    assertThat(elements(page, "svg"))
        .allSatisfy(svg -> assertThat(svg.getAttribute("role")).isEqualTo("img"))
        .allSatisfy(svg -> assertThat(svg.getAttribute("aria-label")).hasSizeGreaterThan(40));
    List<Element> lines = elements(page, "polyline");
    assertThat(lines)
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.getAttribute("points").split(" ")).hasSize(31));
    // Of 100, which is 260 above the foot at 304, the first day has 30 before and 33 after.
    assertThat(lines.get(0).getAttribute("points")).startsWith("76.0,226.0 ");
    assertThat(lines.get(1).getAttribute("points")).startsWith("76.0,218.2 ");
    assertThat(texts(page, "svg").get(1)).contains("new-one (shadow)", "412", "520");
  }

  @Test
  void examplesHaveTheirReasons() throws Exception {
    Document page = parse(AnswerHtml.page(Answers.labelled()));
    assertThat(texts(page, "h4")).contains("Added: 2 of 220", "Removed: 1 of 112");
    assertThat(texts(page, "li"))
        .contains(
            "12 payments within 10 min, more than 5\nuser u-1 · 2026-01-31 06:00:00 · 1,250.00 EUR"
                + " · high · fraud · payment t-1 · version 1",
            "5 cards at shop-9 within 1 h, more than 4\nuser u-9 · 2026-01-30 00:00:00 · snoozed ·"
                + " version 2");
  }

  @Test
  void whatRecordsSayStaysText() throws Exception {
    String html = AnswerHtml.page(Answers.labelled());
    Document page = parse(html);
    assertThat(elements(page, "script")).isEmpty();
    assertThat(html)
        .contains("prefers-color-scheme: dark")
        .doesNotContain(
            "<script", "http:", "https:", "src=", "url(", "@import", "\u202E", "\u0007", "NaN");
    assertThat(texts(page, "li"))
        .anySatisfy(
            item ->
                assertThat(item)
                    .contains("<script>document.title = 'taken'</script>\" onload=\"alert(1)'"));
  }

  @Test
  void aPartIsMarkedAsOne() throws Exception {
    assertThat(texts(parse(AnswerHtml.page(Answers.partial())), "p"))
        .anyMatch(each -> each.startsWith("Partial: the back-test was ended before"))
        .anyMatch(each -> each.startsWith("Of 850,000 payments of 12.5 % of the users in 31 days"))
        .contains("The figures are of a sample of the users.");
  }

  @Test
  void withoutLabelsItSaysNothingOfThem() throws Exception {
    String html = AnswerHtml.page(Answers.unlabelled());
    Document page = parse(html);
    assertThat(texts(page, "figcaption"))
        .containsExactly("Live alerts a day", "Alerts of each rule");
    assertThat(texts(page, "li")).noneMatch(each -> each.contains("unlabelled"));
    assertThat(html).doesNotContain("class=\"notice\"");
  }

  @Test
  void withoutAnotherSideItHasOneColumn() throws Exception {
    Answer answer = Answers.alone();
    Document page = parse(AnswerHtml.page(answer));
    assertThat(texts(page, "p"))
        .contains("There is nothing to compare with, so there is no before.");
    assertThat(table(page, "Alerts, and how many users they are about"))
        .startsWith(
            List.of("rule", "alerts", "a day", "users"), List.of("velocity", "520", "16.8", "260"));
    assertThat(texts(page, "caption")).doesNotContain("What becomes of the alerts");
    assertThat(elements(page, "polyline")).hasSize(1);
    assertThat(texts(page, "h4")).startsWith("Alerts: 2 of 520").doesNotContain("Added: 2 of 0");
  }
}
