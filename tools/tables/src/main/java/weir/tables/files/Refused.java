package weir.tables.files;

/** A file that no table can take, and why. */
public record Refused(String place, String why) {}
