package weir.dashboard.rules;

import org.jspecify.annotations.Nullable;

/**
 * A rule book that somebody proposes.
 *
 * @param at when it was proposed, in epoch milliseconds
 * @param what how it came about, in a few words
 * @param base the book that it was to take over from; 0 if there was none
 * @param replaces the proposal that it was made from
 * @param state open, agreed (and not written yet), announced, refused, rejected or withdrawn
 * @param by who brought it into that state
 * @param since when that was
 * @param detail what was said of it then
 * @param number of the book that it became
 */
public record Proposal(
    long id,
    long at,
    String who,
    String comment,
    String what,
    int base,
    @Nullable Long replaces,
    String state,
    @Nullable String by,
    @Nullable Long since,
    @Nullable String detail,
    @Nullable Integer number) {
  static final String OPEN = "open";

  boolean isOpen() {
    return state.equals(OPEN);
  }
}
