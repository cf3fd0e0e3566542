package weir.backtest.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one must know to read figures right. */
final class Notes {
  private Notes() {}

  static List<String> of(@Nullable Side before, Side after, Sample sample, long unsettled) {
    List<String> notes = new ArrayList<>();
    boolean furtherKeys =
        !after.charter().furtherKeys().isEmpty()
            || (before != null && !before.charter().furtherKeys().isEmpty());
    if (!sample.isAll() && furtherKeys) {
      notes.add(
          "The figures are of a sample of the users. Rules that look at other keys than the user"
              + " saw only the payments of the sample: they would say something else of all.");
    } else if (!sample.isAll()) {
      notes.add("The figures are of a sample of the users.");
    }
    if (unsettled > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d alerts came after what they are about was counted: their records have log times"
                  + " far below those around them. The figures do not have them.",
              unsettled));
    }
    return notes;
  }
}
