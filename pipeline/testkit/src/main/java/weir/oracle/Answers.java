package weir.oracle;

import java.util.SortedMap;

/**
 * The final answers to a log: standing alerts by id and dead letters by the record they are about,
 * each as JSON text.
 */
public record Answers(SortedMap<String, String> alerts, SortedMap<String, String> deadLetters) {}
