package weir.bench.jmh;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import weir.book.RuleBookReader;
import weir.form.AlertJson;
import weir.history.History;
import weir.judge.UserJudge;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.Judgement;

/** An alert becomes its JSON. The share of each rule is as in the simulation. */
public class AlertToJson extends HotPart {
  private final UserJudge judge = new UserJudge(RuleBookReader.readOfUsers());
  private final Map<String, History> histories = new HashMap<>();
  private final Ring<Alert> alerts =
      new Ring<>(
          Simulation.received()
              .flatMap(received -> judged(received).stream())
              .filter(Alert.class::isInstance)
              .map(Alert.class::cast));

  private List<Judgement> judged(Accepted received) {
    String user = received.transaction().userId();
    UserJudge.Outcome outcome =
        judge.judge(histories.getOrDefault(user, History.empty()), received);
    histories.put(user, outcome.history());
    return outcome.judgements();
  }

  @Benchmark
  public byte[] write() {
    return AlertJson.write(alerts.next());
  }
}
