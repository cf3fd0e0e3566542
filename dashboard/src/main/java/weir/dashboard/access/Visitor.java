package weir.dashboard.access;

/**
 * Who does something, and from where.
 *
 * @param from the address of the browser
 */
public record Visitor(String name, String from) {}
