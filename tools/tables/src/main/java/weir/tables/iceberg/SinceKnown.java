package weir.tables.iceberg;

import java.util.Iterator;
import java.util.Objects;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotAncestryValidator;
import org.jspecify.annotations.Nullable;

/**
 * That nobody has changed a table since it was asked what is in it.
 *
 * @param snapshot that it had then; absent if it had none
 */
record SinceKnown(@Nullable Long snapshot) implements SnapshotAncestryValidator {
  static SinceKnown of(@Nullable Snapshot latest) {
    return new SinceKnown(latest == null ? null : latest.snapshotId());
  }

  @Override
  public boolean validate(Iterable<Snapshot> ancestors) {
    Iterator<Snapshot> newest = ancestors.iterator();
    return Objects.equals(newest.hasNext() ? newest.next().snapshotId() : null, snapshot);
  }
}
