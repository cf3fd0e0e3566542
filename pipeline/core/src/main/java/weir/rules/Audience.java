package weir.rules;

import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import weir.files.Numbers;
import weir.files.YamlMap;
import weir.model.Alert;
import weir.model.Sha256;

/**
 * The users for whom a rule counts. For all others it is a shadow: it says what it would have said.
 * Who belongs to a share is drawn by a hash of the rule and the user. So it is the same on every
 * engine; a greater share has everybody whom a smaller one had; and rules draw independently.
 *
 * @param perTenThousand how large the share is
 */
public record Audience(int perTenThousand) implements Serializable {
  public static final Audience EVERYBODY = new Audience(10_000);
  public static final Audience NOBODY = new Audience(0);

  private static final String MODE = "mode";
  private static final String ROLLOUT = "rollout";
  private static final String LIVE = "live";
  private static final String SHADOW = "shadow";
  private static final int PER_PERCENT = 100;

  /** From the fields {@code mode} and {@code rollout}, of which a rule has one at most. */
  public static Audience read(YamlMap yaml) {
    boolean shadow = yaml.has(MODE) && yaml.oneOf(MODE, List.of(LIVE, SHADOW)).equals(SHADOW);
    if (!yaml.has(ROLLOUT)) {
      return shadow ? NOBODY : EVERYBODY;
    }
    if (shadow) {
      yaml.wrong(ROLLOUT, "a shadow rule counts for nobody; take out mode or rollout");
    }
    return yaml.read(
        ROLLOUT,
        "a share of the users from 0.01 % to 100 %, such as 10 %",
        Audience::ofShare,
        EVERYBODY);
  }

  /**
   * A share of the users, such as 10 %.
   *
   * @throws IllegalArgumentException if the text is no share from 0.01 % to 100 %
   */
  public static Audience ofShare(String text) {
    return new Audience(share(text));
  }

  private static int share(String text) {
    if (!text.endsWith("%")) {
      throw new IllegalArgumentException(text);
    }
    BigDecimal percent = Numbers.decimal(text.substring(0, text.length() - 1).strip());
    try {
      int share = percent.multiply(BigDecimal.valueOf(PER_PERCENT)).intValueExact();
      if (share > 0 && share <= EVERYBODY.perTenThousand) {
        return share;
      }
    } catch (ArithmeticException tooFine) {
      // Said below.
    }
    throw new IllegalArgumentException(text);
  }

  /** Whether a rule counts for the user. */
  public boolean includes(String ruleId, String userId) {
    return perTenThousand >= EVERYBODY.perTenThousand
        || (perTenThousand > 0 && place(ruleId, userId) < perTenThousand);
  }

  /** What its alerts may amount to, if nobody snoozes any. */
  public List<Alert.Mode> modes() {
    if (perTenThousand >= EVERYBODY.perTenThousand) {
      return List.of(Alert.Mode.LIVE);
    }
    return perTenThousand == 0
        ? List.of(Alert.Mode.SHADOW)
        : List.of(Alert.Mode.LIVE, Alert.Mode.SHADOW);
  }

  private static long place(String ruleId, String userId) {
    byte[] name = (ruleId + "/" + userId).getBytes(StandardCharsets.UTF_8);
    long drawn = ByteBuffer.wrap(Sha256.begin().digest(name)).getLong();
    return Long.remainderUnsigned(drawn, EVERYBODY.perTenThousand);
  }
}
