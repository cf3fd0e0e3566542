package weir.bench.ladder.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import weir.bench.ladder.report.Slope.Point;

/** A plot is SVG with all that its reader needs. */
class PlotTest {
  @Test
  void hasTitlesUnitsALegendAndALineForEachSeries() throws Exception {
    Plot plot = new Plot("Cost & more", "users", "µs");
    plot.add("one", List.of(new Point(1, 1), new Point(1000, 100)));
    plot.add("two", List.of(new Point(1, 10), new Point(1000, 10)));
    Document svg = parse(plot.svg());
    assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    // The corners of the area that is drawn in.
    assertThat(svg.getElementsByTagName("polyline").item(0).getAttributes().getNamedItem("points"))
        .extracting(points -> points.getNodeValue())
        .isEqualTo("80.0,420.0 620.0,50.0");
    assertThat(svg.getDocumentElement().getTextContent())
        .contains("Cost & more", "users", "µs", "one", "two", "1,000");
  }

  @Test
  void ofNothingIsAnEmptyPlot() throws Exception {
    assertThat(parse(new Plot("t", "x", "y").svg()).getElementsByTagName("polyline").getLength())
        .isZero();
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
