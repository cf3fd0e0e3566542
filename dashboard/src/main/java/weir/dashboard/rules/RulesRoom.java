package weir.dashboard.rules;

import java.util.Optional;
import java.util.function.Supplier;
import weir.dashboard.backtest.BacktestSettings;
import weir.dashboard.backtest.ProposalTests;
import weir.dashboard.desk.WireSettings;
import weir.dashboard.notices.ControlWatch;
import weir.dashboard.notices.KafkaNotices;
import weir.dashboard.notices.ListDesk;
import weir.dashboard.notices.NoticeOutbox;
import weir.dashboard.store.Database;
import weir.launch.Backtests;

/** All that a page has for rules and lists. */
public final class RulesRoom implements AutoCloseable {
  private final ControlWatch watch;
  private final NoticeOutbox outbox;
  private final RuleDesk desk;
  private final RulesView view;
  private final ListDesk lists;
  private final ProposalTests tests;

  /**
   * Begins at once.
   *
   * @param database where proposals are kept, once there are accounts
   * @param reading where alerts and labels are
   * @param fourEyes whether somebody else must agree than who proposed
   * @param backtest over what proposals are tried; absent if nothing was said
   * @param listener hears when something is another than before
   */
  public RulesRoom(
      Supplier<Optional<Database>> database,
      Optional<Database> reading,
      WireSettings wire,
      boolean fourEyes,
      Optional<BacktestSettings> backtest,
      ControlWatch.Listener listener) {
    Checks checks = new Checks();
    watch = new ControlWatch(database, wire, listener);
    outbox =
        new NoticeOutbox(
            database, new KafkaNotices(wire), new ProposalFollower(checks), watch::look);
    desk = new RuleDesk(database, watch, outbox, checks, fourEyes);
    tests = new ProposalTests(database, backtest, Backtests::launch);
    view = new RulesView(database, watch, desk, new Figures(reading), checks, tests);
    lists = new ListDesk(database, watch, outbox);
  }

  public ControlWatch watch() {
    return watch;
  }

  public RuleDesk desk() {
    return desk;
  }

  public RulesView view() {
    return view;
  }

  public ProposalTests tests() {
    return tests;
  }

  public ListDesk lists() {
    return lists;
  }

  @Override
  public void close() {
    tests.close();
    outbox.close();
    watch.close();
  }
}
