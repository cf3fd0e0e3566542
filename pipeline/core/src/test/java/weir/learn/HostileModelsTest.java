package weir.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no sound model is refused with a sentence, and never in another way. */
class HostileModelsTest {
  private static final String TREE = "{\"split\":[0,-1,-1],\"below\":[5],\"mean\":[1,0,3]}";
  private static final String SPAN = "{\"from\":1,\"to\":9,\"rows\":7,\"frauds\":2}";
  private static final String SOUND =
      ("{'weirModel':1,'learner':'boosted-trees','inputs':[{'input':'amount','decimals':2,"
              + "'normal':'mean_30d','learned':{'edges':[3,8],'counts':[1,2,4]}}],"
              + "'features':{'mean_30d':'{mean: amount}'},'base':-4,'trees':[TREE],"
              + "'scores':[SCORES],'training':{'learned':SPAN,'validated':SPAN,'tested':SPAN,"
              + "'metrics':{'auc':812345},'scores':{'edges':[],'counts':[7]}}}")
          .replace('\'', '"')
          .replace("TREE", TREE)
          .replace("SPAN", SPAN)
          .replace(
              "SCORES",
              IntStream.range(0, 1000).mapToObj(String::valueOf).collect(Collectors.joining(",")));

  private static Model parse(String text) throws FaultyModelException {
    return Model.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aSoundOneIsRead() throws FaultyModelException {
    Model model = parse(SOUND);
    assertThat(model.margin(new long[] {4})).isEqualTo(-4);
    assertThat(model.margin(new long[] {5})).isEqualTo(-1);
    assertThat(model.score(-1)).isZero();
    assertThat(model.score(0)).isEqualTo(1);
    assertThat(model.score(2000)).isEqualTo(1000);
    assertThat(model.explain(new long[] {5}).contributions())
        .containsExactly(new Contribution(/* input= */ 0, /* effect= */ 2));
    assertThat(model.explain(new long[] {5}).bias()).isEqualTo(-3);
    assertThat(model.inputs().get(0).learned().bin(8)).isEqualTo(2);
    assertThat(model.name())
        .isEqualTo(Model.nameOf(SOUND.getBytes(StandardCharsets.UTF_8)))
        .matches("[0-9a-f]{64}");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "weirModel":1     | "weirModel":2     | found 2, expected 1 to 1
          boosted-trees     | neural-network    | unknown learner 'neural-network'
          "amount"          | ""                | found 0 characters, expected 1 to 4000
          "amount"          | "\\ud800"         | contains a NUL or half a character
          "amount"          | "a\\u0000"        | contains a NUL or half a character
          "decimals":2      | "decimals":7      | found 7, expected 0 to 6
          "decimals":2      | "decimals":2.0    | expected a whole number
          "decimals":2,     | ``                | expected the field decimals
          "normal"          | "norm"            | expected the field learned
          [3,8]             | [8,3]             | the edges do not ascend
          [3,8]             | [3,3]             | the edges do not ascend
          [1,2,4]           | [1,2]             | found 2 counts, expected 3
          [1,2,4]           | [1,2,-4]          | found -4, expected 0 to
          -4,"trees"        | -1e3,"trees"      | expected a whole number
          -4,"trees"        | null,"trees"      | expected a whole number
          -4,"trees"        | 9999999999999999,"trees" | expected -1048576000000 to 1048576000000
          -4,"trees"        | 99999999999999999999,"trees" | not JSON: Numeric value
          [0,-1,-1]         | [1,-1,-1]         | found 1, expected -1 to 0
          [0,-1,-1]         | [-2,-1,-1]        | found -2, expected -1 to 0
          [0,-1,-1]         | [0,-1]            | the nodes end before the tree is complete
          [0,-1,-1]         | [0,0,-1]          | the nodes end before the tree is complete
          [0,-1,-1]         | []                | the nodes end before the tree is complete
          [0,-1,-1]         | [-1,-1,-1]        | the tree is complete before its nodes end
          "below":[5]       | "below":[]        | found 0 thresholds, expected 1
          "below":[5]       | "below":[5,5]     | expected at most 1 numbers
          "below":[5]       | "below":[16777217] | found 16777217, expected -16777216 to 16777216
          [1,0,3]           | [1,0]             | found 2 means, expected 3
          [1,0,3]           | [1,0,1048576000001] | found 1048576000001, expected -1048576000000
          "scores":[0,1,2   | "scores":[0,2,1   | the margins do not ascend
          "scores":[0,1,2   | "scores":[0,2     | found 999 margins, expected 1000
          "scores":[0,1,2   | "scores":[0,1,2,2 | expected at most 1000 numbers
          "frauds":2        | "frauds":8        | found 8, expected 0 to 7
          "to":9            | "to":0            | found 0, expected 1 to
          "auc"             | "a u c"           | expected the name of a metric
          "base"            | "bias"            | expected the field base
          "base":-4         | "base":-04        | not JSON
          "base":-4         | "base":-0         | not written as Weir writes it
          "base":-4         | "base": -4        | not written as Weir writes it
          "amount"          | "\\u0061mount"    | not written as Weir writes it
          {mean: amount}"   | x","mean_30d":"{mean: amount}" | not written as Weir writes it
          [7]}}}            | [7]}}}{}          | something follows the JSON object
          [7]}}}            | [7]}},"x":1}      | expected no further field
          [7]}}}            | [7]}}             | not JSON: Unexpected end-of-input
          {"weirModel"      | [{"weirModel"     | expected a JSON object
          """)
  void isRefused(String part, String instead, String sentence) {
    assertThat(SOUND).contains(part);
    assertThatExceptionOfType(FaultyModelException.class)
        .isThrownBy(() -> parse(SOUND.replace(part, instead)))
        .withMessageContaining(sentence);
  }

  @Test
  void saysWhere() {
    assertThatThrownBy(() -> parse(SOUND.replace("[1,0,3]", "[1,0,\"3\"]")))
        .hasMessage("/trees/0/mean/2: expected a whole number");
  }

  @Test
  void tooManyOrTooDeepTreesAreRefused() {
    assertThatThrownBy(
            () -> parse(SOUND.replace("[" + TREE, "[" + (TREE + ",").repeat(1000) + TREE)))
        .hasMessageContaining("expected at most 1000 trees");
    int depth = TreeReader.MOST_DEPTH + 1;
    String deep =
        String.format(
            "{\"split\":[%s],\"below\":[%s],\"mean\":[%s]}",
            "0,".repeat(depth) + "-1" + ",-1".repeat(depth),
            "5" + ",5".repeat(depth - 1),
            "0" + ",0".repeat(2 * depth));
    assertThatThrownBy(() -> parse(SOUND.replace(TREE, deep)))
        .hasMessageContaining("the tree is deeper than 64");
    assertThatThrownBy(() -> parse(SOUND + " ".repeat(ModelJson.MOST_BYTES)))
        .hasMessageContaining("expected at most 850000");
  }

  /** As deep as allowed, it is read and walked through. */
  @Test
  void aDeepTreeIsRead() throws FaultyModelException {
    int depth = TreeReader.MOST_DEPTH;
    String deep =
        String.format(
            "{\"split\":[%s],\"below\":[%s],\"mean\":[%s]}",
            "0,".repeat(depth) + "-1" + ",-1".repeat(depth),
            "5" + ",5".repeat(depth - 1),
            "0,".repeat(depth) + "7" + ",9".repeat(depth));
    Model model = parse(SOUND.replace(TREE, deep));
    assertThat(model.margin(new long[] {4})).isEqualTo(-4 + 7);
    assertThat(model.margin(new long[] {5})).isEqualTo(-4 + 9);
  }

  @Test
  void noArtefactIsRefused() {
    assertThatExceptionOfType(FaultyModelException.class)
        .isThrownBy(() -> Model.parse(new byte[0]))
        .withMessage("expected a JSON object");
  }

  /**
   * Whatever becomes of the bytes, they are refused with a sentence, or are another sound model.
   */
  @Property(tries = 3000)
  void changedBytesNeverFailInAnotherWay(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes =
        (random.nextInt(4) == 0 ? ModelJson.write(new RandomModels(seed).model()) : sound());
    byte[] letters = "{}[]:,\"0123456789-.eE\\u tfn\0\377".getBytes(StandardCharsets.ISO_8859_1);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = letters[random.nextInt(letters.length)];
        case 1 -> bytes[at] = (byte) random.nextInt();
        case 2 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(40)), at);
        default -> {
          int from = random.nextInt(bytes.length);
          int to = Math.min(bytes.length, from + random.nextInt(40));
          bytes = spliced(bytes, at, at, from, to);
        }
      }
      if (bytes.length == 0) {
        break;
      }
    }
    try {
      Model model = Model.parse(bytes);
      assertThat(ModelJson.write(model.content())).isEqualTo(bytes);
      model.explain(new long[model.inputs().size()]);
    } catch (FaultyModelException refused) {
      assertThat(refused).hasMessageMatching("(?s).{5,}");
    }
  }

  private static byte[] sound() {
    return SOUND.getBytes(StandardCharsets.UTF_8);
  }

  /** Without what lies between two places. */
  private static byte[] spliced(byte[] bytes, int from, int to, int same) {
    return spliced(bytes, from, to, same, same);
  }

  /** What lies between two places is replaced by what lies between two others. */
  private static byte[] spliced(byte[] bytes, int from, int to, int otherFrom, int otherTo) {
    byte[] result = new byte[bytes.length - (to - from) + (otherTo - otherFrom)];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(bytes, otherFrom, result, from, otherTo - otherFrom);
    System.arraycopy(bytes, to, result, from + otherTo - otherFrom, bytes.length - to);
    return result;
  }
}
