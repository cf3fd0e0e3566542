package weir.dashboard.web;

import io.javalin.http.Context;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The cookie that a browser shows for its session. No script can read it. */
final class Cookies {
  private static final int LONGEST = 100;

  private final boolean secure;
  private final IntSupplier port;
  private final String attributes;

  /**
   * The cookie of a page.
   *
   * @param secure whether it goes over TLS only
   * @param port by which pages on one machine are told apart: cookies are for all ports
   */
  Cookies(boolean secure, IntSupplier port) {
    this.secure = secure;
    this.port = port;
    attributes = "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
  }

  String name() {
    return secure ? "__Host-weir" : "weir-" + port.getAsInt();
  }

  @Nullable String read(Context context) {
    String token = context.cookie(name());
    return token == null || token.isEmpty() || token.length() > LONGEST ? null : token;
  }

  void write(Context context, String token) {
    // It stands beside other cookies of the same answer.
    context.res().addHeader("Set-Cookie", name() + "=" + token + attributes);
  }

  void delete(Context context) {
    context.res().addHeader("Set-Cookie", name() + "=" + attributes + "; Max-Age=0");
  }
}
