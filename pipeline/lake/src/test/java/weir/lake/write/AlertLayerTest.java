package weir.lake.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.filter.AmountLimit;
import weir.filter.Filter;
import weir.filter.Lists;
import weir.form.RowReader;
import weir.layer.HourFolder;
import weir.model.Alert;
import weir.model.Severity;
import weir.oracle.Sample;
import weir.oracle.Samples;
import weir.rules.RuleHeader;
import weir.rules.Spending;
import weir.rules.TotalInWindows;

class AlertLayerTest {
  private static final long HOUR = 3_600_000;

  private static Alert total(Spending spending) {
    RuleHeader header = new RuleHeader("spend", 1, Severity.LOW, Filter.NONE);
    TotalInWindows rule =
        new TotalInWindows(header, new AmountLimit(BigDecimal.ONE), 60_000, 60_000);
    return rule.judge("u", "EUR", HOUR + 30_000, spending, /* book= */ 1, Lists.NONE).orElseThrow();
  }

  /** Whoever merges folder by folder, or asks for one hour, sees all that was said of an alert. */
  @Test
  void anAlertStaysInItsFolderWhenItsNewestPaymentIsInTheNextHour() {
    Spending before = Spending.of(Sample.at(HOUR - 1).id("a").tx(), HOUR);
    Alert little = total(before);
    Alert more = total(before.plus(Spending.of(Sample.at(HOUR + 1).id("b").tx(), HOUR)));
    assertThat(more.id()).isEqualTo(little.id());
    assertThat(List.of(little.eventTime(), more.eventTime())).containsExactly(HOUR - 1, HOUR + 1);
    AlertLayer layer = new AlertLayer("x");
    assertThat(HourFolder.hourOf(layer.time(little)))
        .isEqualTo(HourFolder.hourOf(layer.time(more)));
  }

  @Test
  void anAlertIsReadAsItWasWritten(@TempDir Path folder) throws Exception {
    AlertLayer layer = new AlertLayer("x");
    RowWriter row = new RowWriter(layer.columns());
    List<Alert> written = List.of(Samples.BY_KEYS, total(Spending.of(Sample.at(HOUR).tx(), HOUR)));
    written.forEach(alert -> layer.write(alert, row));
    Path file = folder.resolve("rows.parquet");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      RowsFile to = new RowsFile(new ChannelFile(channel), layer.columns());
      to.write(row.take());
      to.end();
    }
    assertThat(read(file)).containsExactlyElementsOf(written);
  }

  private static List<Alert> read(Path file) throws SQLException {
    List<Alert> alerts = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet row = statement.executeQuery("select * from '" + file + "'")) {
      while (row.next()) {
        alerts.add(RowReader.alert(row));
      }
    }
    return alerts;
  }
}
