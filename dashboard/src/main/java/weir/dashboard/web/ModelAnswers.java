package weir.dashboard.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import weir.dashboard.model.ModelBoard;
import weir.dashboard.model.Stretch;

/** What the models in force say. */
final class ModelAnswers {
  private final ModelBoard board;

  ModelAnswers(ModelBoard board) {
    this.board = board;
  }

  /** The models in force; period=1h, 1d or 7d says how far back. */
  void models(Context context) {
    String period = Asked.given(context, "period");
    Stretch stretch =
        period == null
            ? Stretch.DAY
            : Stretch.of(period)
                .orElseThrow(() -> new BadRequestResponse("period must be 1h, 1d or 7d"));
    WebServer.answer(context, board.of(stretch));
  }
}
