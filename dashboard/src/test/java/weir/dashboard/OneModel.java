package weir.dashboard;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import weir.control.ControlTopic;
import weir.learn.FaultyModelException;
import weir.learn.Histogram;
import weir.learn.InputScale;
import weir.learn.Learner;
import weir.learn.Model;
import weir.learn.ModelContent;
import weir.learn.ModelInput;
import weir.learn.ModelJson;
import weir.learn.ScoreTable;
import weir.learn.Span;
import weir.learn.Training;
import weir.learn.Tree;
import weir.notice.Notice;

/**
 * A model with hostile names, the book that asks it, and payments that it has scored. It was
 * trained on amounts of which half are below 10.00, and a fifth over 50.00.
 */
final class OneModel {
  static final String HOSTILE = "category == \"<img src=x onerror=alert(1)>\"";
  private static final Span SPAN = new Span(1_772_323_200_000L, 1_772_409_600_000L, 50_000, 300);

  private OneModel() {}

  static Model model() {
    Tree tree =
        Tree.builder()
            .split(0, 5000, 0)
            .split(2, 3, -25_000)
            .leaf(-26_000)
            .leaf(-20_000)
            .leaf(100_000)
            .build();
    ModelContent content =
        new ModelContent(
            Learner.BOOSTED_TREES,
            List.of(
                input("amount", 2, Histogram.empty(1000, 5000).with(50, 30, 20)),
                input(HOSTILE, 0, Histogram.empty(1).with(100, 0)),
                input("paid_1m", 0, Histogram.empty(1, 2).with(50, 30, 20))),
            new TreeMap<>(Map.of("paid_1m", "{count: transactions, window: 1 min}")),
            /* base= */ 0,
            List.of(tree),
            ScoreTable.of(LongStream.range(0, ScoreTable.MOST).map(i -> i * 100).toArray()),
            new Training(
                SPAN,
                SPAN,
                SPAN,
                new TreeMap<>(Map.of("averagePrecision", 745_000L)),
                Histogram.empty(100, 500).with(90, 8, 2)));
    try {
      return Model.parse(ModelJson.write(content));
    } catch (FaultyModelException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static ModelInput input(String text, int decimals, Histogram learned) {
    return new ModelInput(text, new InputScale(decimals), /* normal= */ null, learned);
  }

  /** Announces it, and a book whose only rule asks it. */
  static void announce(String servers) {
    ControlTopic topic =
        new ControlTopic(Map.of("bootstrap.servers", servers), "transactions.control");
    topic.ensure(true);
    Model model = model();
    String hostile = "<b onclick=alert(1)>the spring's</b>";
    topic.announce(
        new Notice.Model(
            hostile, hostile, model.name(), new String(model.artefact(), StandardCharsets.UTF_8)));
    topic.announce(new Notice.Book("test", "", null, book(model)));
  }

  private static String book(Model model) {
    return """
        allowedLateness: 10 min
        allowedClockSkew: 1 min
        features:
          paid_1m: {count: transactions, window: 1 min}
        rules:
          - {id: model, version: 1, kind: model, severity: high, artefact: %s, over: 600}
        """
        .formatted(model.name());
  }

  /**
   * Payments of the last fifty minutes.
   *
   * @param amounts an expression over the number i of a payment
   * @param scores the same
   */
  static void paid(PostgresStage postgres, String user, int payments, String amounts, String scores)
      throws SQLException {
    run(
        postgres,
        """
        insert into transactions (user_id, event_time, transaction_id, amount, currency, category,
          is_flagged, fired_rules, seen, score)
        select '%s', now() - i * interval '50 min' / %d, i::text, %s, 'EUR', 'online', false, '{}', 1, %s
        from generate_series(1, %d) as i
        """
            .formatted(user, payments, amounts, scores, payments));
  }

  /** Alerts of its rule, which name the amount; every other one is on trial. */
  static void raised(PostgresStage postgres, int alerts) throws SQLException {
    run(
        postgres,
        """
        insert into alerts (alert_id, status, rule_id, rule_version, severity, user_id, event_time,
          window_start, window_end, seen, evidence, evidence_count, reason, detected_at, engine,
          mode, feature_values)
        select 'of-model-' || i, 'raised', 'model', 1, 'high', 'mo', now(), now(), now(), 1, '{}', 0,
          'because', now() - interval '2 h', 'x', case when i %% 2 = 0 then 'live' else 'shadow' end,
          '{"amount": 90, "usual amount": 5}'
        from generate_series(1, %d) as i
        """
            .formatted(alerts));
  }

  private static void run(PostgresStage postgres, String statement) throws SQLException {
    try (Connection connection = postgres.connect(postgres.owner());
        Statement each = connection.createStatement()) {
      each.execute(statement);
    }
  }
}
