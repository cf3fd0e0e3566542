package weir.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.learn.Drift;
import weir.learn.Histogram;
import weir.learn.Model;
import weir.model.LogRecord;
import weir.oracle.HostileLog;
import weir.oracle.Sample;
import weir.oracle.SmallModels;
import weir.rules.Models;

/** How far models have gone from their training, as a whole pipeline tells it. */
@Tag("slow")
class DriftMetersTest {
  @Test
  void thePipelineTellsItOfModelsAtUsersAndAtKeys() {
    Model ofUsers = ModelDriftTest.model(4, List.of("amount", "hour < 24"), ModelDriftTest.AMOUNTS);
    Model ofTowns = ModelDriftTest.model(5, List.of("amount", "many"), ModelDriftTest.AMOUNTS);
    Model never = ModelDriftTest.model(6, List.of("amount"), Histogram.empty(1));
    RuleBook book =
        RuleBookReader.parseFirst(
            "book",
            ModelDriftTest.CHARTER
                + SmallModels.rule("of-users", ofUsers, 900, "")
                + SmallModels.rule("of-towns", ofTowns, 900, "")
                + SmallModels.rule("never", never, 900, ", filter: {amountOver: 500}"),
            Models.of(List.of(ofUsers, ofTowns, never)));
    Map<String, Long> gauges = MeteredRun.gauges(MeteredRun.over(log(), book));
    String users = ofUsers.name().substring(0, 8);
    String towns = ofTowns.name().substring(0, 8);
    // A quarter is below 5, three quarters below 50; conditions are 0 or 1, and so below 5 euros.
    long amount = Math.round(1000 * (-0.25 * Math.log(0.5) + 0.25 * Math.log(1.5)));
    // All scores are 0, as 904 of 1004 were in training.
    double low = 904 / 1004.0;
    double high = 100 / 1004.0;
    long scores =
        Math.round(1000 * ((1 - low) * Math.log(1 / low) + (1e-4 - high) * Math.log(1e-4 / high)));
    assertThat(gauges)
        .containsEntry("model-input-drift-" + users + "-amount", amount)
        .containsEntry("model-input-drift-" + towns + "-amount", amount)
        .containsEntry("model-score-drift-" + users, scores)
        .containsKeys(
            "model-input-drift-" + users + "-hour_24", "model-input-drift-" + towns + "-many");
    assertThat(gauges.get("model-counted-" + users)).isPositive();
    assertThat(gauges.get("model-counted-" + towns)).isPositive();
    assertThat(gauges.keySet()).noneMatch(each -> each.contains(never.name().substring(0, 8)));
  }

  /** A day of payments, all of which are samples, and one more after which all is told. */
  private static List<LogRecord> log() {
    List<LogRecord> log = new ArrayList<>();
    List<String> ids = ModelDriftTest.samples(Drift.LEAST + 1);
    for (int i = 0; i < ids.size(); i++) {
      long time = HostileLog.START + ModelDriftTest.DAY * i / (Drift.LEAST - 1);
      log.add(
          Sample.at(time)
              .id(ids.get(i))
              .user("u" + i % 7)
              .in("Porto", "PT")
              .pay(i % 4 == 0 ? "1" : "10", "EUR")
              .record(i, time));
    }
    return log;
  }
}
