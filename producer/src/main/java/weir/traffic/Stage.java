package weir.traffic;

/** What a scene plays with. */
record Stage(Atlas atlas, Dice dice) {}
