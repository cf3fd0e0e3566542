package weir.traffic;

/** What a scene needs to be played. */
record Stage(Atlas atlas, Dice dice) {}
