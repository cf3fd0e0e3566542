package weir.dashboard.rules;

import java.util.Locale;

/** What can become of a proposal. */
enum Step {
  AGREED,
  REJECTED,
  WITHDRAWN,
  ANNOUNCED,
  REFUSED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
