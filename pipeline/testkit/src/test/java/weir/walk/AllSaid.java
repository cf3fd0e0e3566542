package weir.walk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import weir.form.AlertJson;
import weir.model.Alert;
import weir.model.DeadLetter;
import weir.model.LogPosition;
import weir.model.RejectedJson;
import weir.model.Verdict;

/** All that a walk says, in the order in which it says it. */
final class AllSaid implements Receiver {
  private final List<String> all = new ArrayList<>();

  List<String> all() {
    return all;
  }

  @Override
  public void alert(LogPosition cause, Alert alert) {
    all.add(cause + " " + text(AlertJson.write(alert)));
  }

  @Override
  public void verdict(LogPosition cause, Verdict verdict) {
    all.add(cause + " " + verdict);
  }

  @Override
  public void deadLetter(DeadLetter letter) {
    all.add(text(RejectedJson.write(letter.rejected(), letter.topic())));
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
