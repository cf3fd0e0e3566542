package weir.rules;

import java.util.function.BiFunction;

/** A kind of rule by the name it has in a rule book, and how its parameters are read. */
public record RuleKind(String name, BiFunction<RuleHeader, RuleParams, Rule> read) {}
