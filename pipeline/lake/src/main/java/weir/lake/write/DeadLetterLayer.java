package weir.lake.write;

import weir.layer.LakeLayer;
import weir.model.DeadLetter;
import weir.model.LogPosition;

/**
 * Records that were not judged, or not heard, and why. What they say is in the bronze of the lake
 * that was judged.
 */
final class DeadLetterLayer implements Layer<DeadLetter> {
  private static final long serialVersionUID = 1L;

  private static final ParquetColumns COLUMNS =
      ParquetColumns.of("dead_letter", LakeLayer.DEAD_LETTERS);

  @Override
  public String folder() {
    return LakeLayer.DEAD_LETTERS.folder();
  }

  @Override
  public ParquetColumns columns() {
    return COLUMNS;
  }

  @Override
  public long time(DeadLetter letter) {
    return letter.rejected().position().writtenTime();
  }

  @Override
  public void write(DeadLetter letter, RowWriter row) {
    LogPosition position = letter.rejected().position();
    row.text(letter.topic())
        .smallNumber(position.partition())
        .number(position.offset())
        .time(position.writtenTime())
        .text(letter.rejected().reason().code())
        .text(letter.rejected().detail());
  }
}
