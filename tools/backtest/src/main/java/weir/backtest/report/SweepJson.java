package weir.backtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import weir.backtest.sweep.Goal;
import weir.backtest.sweep.Sweep;
import weir.backtest.sweep.Tried;
import weir.model.Alert;
import weir.model.Json;

/** What came of several values, for programs: the names and their order stay. */
public final class SweepJson {
  private SweepJson() {}

  /** One object, in one line. */
  public static String text(Sweep sweep, Goal goal) {
    return new String(Json.object(json -> fields(json, sweep, goal)), StandardCharsets.UTF_8);
  }

  private static void fields(JsonGenerator json, Sweep sweep, Goal goal) throws IOException {
    json.writeStringField("book", sweep.book());
    json.writeStringField("rule", sweep.rule());
    json.writeStringField("parameter", sweep.parameter());
    Alert.Mode mode = sweep.mode();
    json.writeStringField("mode", mode == null ? null : mode.code());
    json.writeBooleanField("partial", sweep.basis().partial());
    AnswerJson.period(json, sweep.basis().period());
    AnswerJson.volume(json, sweep.basis().volume());
    json.writeStringField("goal", goal.word());
    json.writeStringField("best", goal.best(sweep.tried()).map(Tried::value).orElse(null));
    json.writeArrayFieldStart("values");
    for (Tried each : sweep.tried()) {
      json.writeStartObject();
      json.writeStringField("value", each.value());
      json.writeBooleanField("standing", each.standing());
      AnswerJson.side(json, "figures", each.figures());
      json.writeNumberField("alone", each.alone());
      json.writeNumberField("together", each.together());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
