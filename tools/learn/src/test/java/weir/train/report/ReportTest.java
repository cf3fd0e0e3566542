package weir.train.report;

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
import weir.learn.Learner;
import weir.train.Settings;
import weir.train.Trained;
import weir.train.Trainer;
import weir.train.World;
import weir.train.rows.Progress;

/** The page says what was reached, to everybody, without a network. */
class ReportTest {
  private static Trained train(Learner learner) {
    return Trainer.of(
            World.data(World.payments(8_000, /* seed= */ 9)),
            new Settings(learner, 1, 20, List.of(3), 20, 64, List.of(5)))
        .run(Progress.NONE);
  }

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

  @Test
  void hasPlotsThatCanBeReadAloud() throws Exception {
    Trained trained = train(Learner.BOOSTED_TREES);
    String html = trained.report().html();
    Document page = parse(html);
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(elements(page, "title").get(0).getTextContent())
        .contains(trained.model().name().substring(0, 12));
    assertThat(elements(page, "figcaption"))
        .extracting(Element::getTextContent)
        .containsExactly(
            "Precision and recall",
            "Alerts a day against precision",
            "Scores of frauds and of honest payments",
            "Calibration",
            "Inputs that matter");
    assertThat(elements(page, "svg"))
        .hasSize(5)
        .allSatisfy(svg -> assertThat(svg.getAttribute("role")).isEqualTo("img"))
        .allSatisfy(svg -> assertThat(svg.getAttribute("aria-label")).hasSizeGreaterThan(40));
    assertThat(elements(page, "svg").get(4).getTextContent()).contains("night & \"<day>\"");
    assertThat(html)
        .contains("prefers-color-scheme: dark")
        .doesNotContain("http:", "https:", "src=", "url(", "@import", "<script");
    assertThat(html).doesNotContain("NaN", "Infinity");
  }

  @Test
  void itsFiguresAreThoseOfTheModel() {
    Trained trained = train(Learner.BOOSTED_TREES);
    assertThat(trained.report().figures())
        .contains(
            new Report.Figure(
                "AUC", String.format("%.4f", trained.reached().ranking().auc().orElseThrow())))
        .extracting(Report.Figure::name)
        .contains("average precision", "card precision at 5", "size chosen by");
    assertThat(trained.report().limits())
        .isSortedAccordingTo((one, other) -> other.caught().alerts() - one.caught().alerts())
        .anySatisfy(limit -> assertThat(limit.caught().frauds()).isPositive());
  }

  @Test
  void aForestHasOneToo() throws Exception {
    String html = train(Learner.ISOLATION_FOREST).report().html();
    assertThat(elements(parse(html), "svg")).hasSize(5);
    assertThat(html).contains("It is no probability").doesNotContain("size chosen by", "NaN");
  }
}
