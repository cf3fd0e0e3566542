package weir.dashboard.web;

import org.jspecify.annotations.Nullable;

/**
 * What one sends to change rules and lists. The {@code id} of each is a UUID by which the same wish
 * is done once, however often it is sent.
 */
final class RuleWish {
  private RuleWish() {}

  /** A whole rule book in YAML. */
  record Text(String text) {}

  /**
   * A proposal.
   *
   * @param base the number of the book that it changes
   * @param trial 1 if rules that are new or changed begin on trial
   * @param replaces the proposal that it takes the place of
   */
  record Book(
      @Nullable String id,
      String text,
      @Nullable String comment,
      @Nullable Long base,
      @Nullable Long trial,
      @Nullable Long replaces) {}

  /**
   * Another mode of one rule.
   *
   * @param share how much of the payments a rollout takes
   */
  record Mode(
      @Nullable String id,
      String rule,
      String mode,
      @Nullable String share,
      @Nullable String comment) {}

  /** An earlier book. */
  record Earlier(@Nullable String id, long number, @Nullable String comment) {}

  /** A proposal, by its number. */
  record About(long proposal, @Nullable String comment) {}

  /**
   * A member of a list.
   *
   * @param change add or remove
   * @param until when it ends by itself
   */
  record Member(
      @Nullable String id,
      String list,
      String member,
      String change,
      @Nullable Long until,
      @Nullable String note) {}

  /**
   * A snooze.
   *
   * @param until when it ends; absent to end it now
   */
  record Snooze(
      @Nullable String id, String rule, String user, @Nullable Long until, @Nullable String note) {}
}
