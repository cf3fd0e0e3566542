package weir.bench.ladder.arena;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a run depends on beside the backlog.
 *
 * @param rules the rule book; the default one if absent
 * @param warmFrom from which share of the log on a contestant is warm
 */
public record Setting(int parallelism, @Nullable Path rules, double warmFrom) {}
