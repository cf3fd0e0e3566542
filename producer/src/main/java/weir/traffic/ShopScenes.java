package weir.traffic;

import weir.files.YamlMap;

/**
 * What happens at web shops that everybody knows. It changes nothing about the payments there, and
 * so nothing shows in any of them: for weeks some of them are fraud, and at other shops none is.
 *
 * @param compromised how many shops are compromised at a time
 * @param compromisedFor how long each of them is
 * @param fraudShare how much of what is paid there meanwhile is fraud
 * @param honest how many honest shops are looked at as closely
 * @param honestFor how long each of them is
 */
record ShopScenes(
    int compromised, Range compromisedFor, Range fraudShare, int honest, Range honestFor) {
  static final String COMPROMISED = "compromised-merchant";
  static final String HONEST = "honest-merchant";

  /** A world in which shops are left alone. */
  static final ShopScenes NONE =
      new ShopScenes(0, new Range(1, 1), new Range(1, 1), 0, new Range(1, 1));

  private static final int MOST_AT_A_TIME = 20;
  private static final String AT_A_TIME = "atATime";
  private static final String FOR = "for";

  static ShopScenes read(YamlMap yaml) {
    YamlMap compromised = yaml.map(COMPROMISED);
    YamlMap honest = yaml.map(HONEST);
    ShopScenes scenes =
        new ShopScenes(
            compromised.count(AT_A_TIME, 0, MOST_AT_A_TIME),
            Range.times(compromised, FOR),
            Range.shares(compromised, "fraudShare"),
            honest.count(AT_A_TIME, 0, MOST_AT_A_TIME),
            Range.times(honest, FOR));
    compromised.nothingElse();
    honest.nothingElse();
    yaml.nothingElse();
    return scenes;
  }
}
