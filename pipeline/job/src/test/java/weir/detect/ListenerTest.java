package weir.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.coders.HistoryCoder;
import weir.coders.JudgementCoder;
import weir.coders.KeyHistoryCoder;
import weir.history.History;
import weir.judge.Acceptance;
import weir.judge.AtKey;
import weir.judge.Floor;
import weir.judge.KeyHistory;
import weir.judge.KeyJudge;
import weir.judge.UserJudge;
import weir.keys.Keys;
import weir.learn.Model;
import weir.learn.ModelListener;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.Dossier;
import weir.model.Judgement;
import weir.model.LogRecord;
import weir.model.Rejected;
import weir.model.TowardsTotal;
import weir.model.Verdict;
import weir.notice.Announcements;
import weir.oracle.HostileLog;
import weir.oracle.HostileSettings;
import weir.oracle.SmallModels;
import weir.rules.Models;

/** Who listens to what models are asked hears each payment once, and changes no byte. */
class ListenerTest {
  private static final String BOOK =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      keys: {merchant: merchantId}
      features:
        mean: {mean: amount, window: 2 min, without: itself}
        many: {count: transactions, by: merchant, window: 1 min}
      rules:
      """;

  private static final Model OF_USERS = model("amount", "mean", "hour");
  private static final Model OF_SHOPS = model("amount", "many");

  private static final RuleBook RULES =
      RuleBookReader.parseFirst(
          "book",
          BOOK
              + SmallModels.rule("of-users", OF_USERS, 400, "")
              + SmallModels.rule("of-shops", OF_SHOPS, 400, ", mode: shadow"),
          Models.of(List.of(OF_USERS, OF_SHOPS)));

  /** What each model was asked, in this JVM: what a judge holds of a listener is serialized. */
  private static final Map<String, List<String>> HEARD = new TreeMap<>();

  private static Model model(String... inputs) {
    String any = "  - {id: any, version: 1, kind: amount-over, severity: low, limit: 1}\n";
    return SmallModels.of(BOOK + any, List.of(inputs), /* trees= */ 9, new Random(7));
  }

  /** All judgements and states of a run as bytes, in their order. */
  private static final class Run {
    private final List<byte[]> bytes = new ArrayList<>();
    private final Map<String, History> users = new HashMap<>();
    private final Map<String, KeyHistory> shops = new HashMap<>();
    private final Keys keys = Keys.of(RULES.charter());
    private final UserJudge ofUser;
    private final KeyJudge ofShop;
    private int judged;
    private int again;
    private int alerts;

    Run(ModelListener listener) {
      Announcements always = Announcements.always(RULES);
      ofUser = new UserJudge(RULES.charter(), always, /* verdicts= */ true, listener);
      ofShop = new KeyJudge(0, RULES.charter(), always, /* verdicts= */ true, listener);
    }

    Run over(List<LogRecord> log) {
      for (LogRecord record : log) {
        Acceptance.of(RULES).examine(record).match(this::judge, rejected -> {});
      }
      return this;
    }

    private void judge(Accepted accepted) {
      String user = accepted.transaction().userId();
      UserJudge.Outcome outcome = ofUser.judge(users.getOrDefault(user, History.empty()), accepted);
      judged += outcome.changed() ? 1 : 0;
      users.put(user, outcome.history());
      write(new HistoryCoder(), outcome.history());
      take(outcome.judgements());
    }

    private void take(List<Judgement> judgements) {
      for (Judgement each : judgements) {
        write(JudgementCoder.of(), each);
        each.match(new Onward());
      }
    }

    private <T> void write(Coder<T> coder, T value) {
      try {
        bytes.add(CoderUtils.encodeToByteArray(coder, value));
      } catch (CoderException impossible) {
        throw new AssertionError(impossible);
      }
    }

    private final class Onward implements Judgement.Cases<RuntimeException> {
      @Override
      public void alert(Alert alert) {
        alerts++;
      }

      @Override
      public void verdict(Verdict verdict) {
        again += verdict.change() == Verdict.Change.FIRST ? 0 : 1;
      }

      @Override
      public void towardsTotal(TowardsTotal counted) {}

      @Override
      public void rejected(Rejected conflict) {}

      @Override
      public void dossier(Dossier dossier) {
        String shop = Objects.requireNonNull(keys.value(0, dossier.transaction()));
        KeyJudge.Outcome outcome =
            ofShop.judge(
                shops.getOrDefault(shop, KeyHistory.EMPTY),
                AtKey.dossiers(List.of(dossier)),
                Floor.NONE.logTime());
        shops.put(shop, outcome.history());
        write(new KeyHistoryCoder(), outcome.history());
        take(outcome.judgements());
      }
    }
  }

  @Test
  void listeningChangesNoByteAndHearsEachPaymentOnce() {
    HEARD.clear();
    List<LogRecord> log =
        HostileLog.generate(20_260_901, HostileSettings.of(RULES, 8, 1, 900, 400));
    Run deaf = new Run(ModelListener.NONE).over(log);
    assertThat(HEARD).isEmpty();
    Run listening =
        new Run(
                (model, id, logTime, inputs, score) -> {
                  assertThat(inputs).hasSize(model.inputs().size());
                  assertThat(score).isEqualTo(model.score(model.margin(inputs)));
                  assertThat(logTime).isGreaterThanOrEqualTo(HostileLog.START - 5000);
                  HEARD.computeIfAbsent(model.name(), name -> new ArrayList<>()).add(id);
                })
            .over(log);
    assertThat(listening.bytes).usingElementComparator(Arrays::compare).isEqualTo(deaf.bytes);
    // A log without alerts, or in which nothing is judged again, would prove nothing.
    assertThat(listening.alerts).isPositive();
    assertThat(listening.again).isPositive();
    assertThat(HEARD).containsOnlyKeys(OF_USERS.name(), OF_SHOPS.name());
    assertThat(HEARD.values()).allMatch(ids -> ids.size() == listening.judged);
  }
}
