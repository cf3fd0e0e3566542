package weir.dashboard.backtest;

import java.util.List;

/**
 * Over what proposals are tried.
 *
 * @param source the log, as people call it
 * @param arguments of ./weir backtest that name it; whoever proposes has no say in them
 */
public record BacktestSettings(String source, List<String> arguments) {
  public BacktestSettings {
    arguments = List.copyOf(arguments);
  }
}
