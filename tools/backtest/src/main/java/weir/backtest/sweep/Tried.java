package weir.backtest.sweep;

import weir.backtest.answer.Figures;

/**
 * What came of a rule with a value.
 *
 * @param value as it is written in a book
 * @param standing whether the rule has it
 * @param figures of the rule alone
 * @param alone payments that it flags, and no other live rule
 * @param together payments that any live rule flags, with this one among them
 */
public record Tried(String value, boolean standing, Figures figures, long alone, long together) {}
