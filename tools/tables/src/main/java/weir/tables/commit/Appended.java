package weir.tables.commit;

/**
 * What became of files that were to be added.
 *
 * @param done whether they were; not if somebody else changed the table meanwhile
 * @param files how many were added
 * @param rows how many rows were in them
 */
public record Appended(boolean done, int files, long rows) {

  /** Somebody else was faster. */
  public static Appended late() {
    return new Appended(/* done= */ false, 0, 0);
  }
}
