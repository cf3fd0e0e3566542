package weir.dashboard.web;

import io.javalin.http.Context;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The cookie of a sign-in by a provider, until that sends the browser back. Another site does that,
 * so it is less strict than that of a session, and short.
 */
final class FlowCookie {
  private static final int LONGEST = 300;
  private static final int SECONDS = 600;

  private final boolean secure;
  private final IntSupplier port;
  private final String attributes;

  FlowCookie(boolean secure, IntSupplier port) {
    this.secure = secure;
    this.port = port;
    attributes = "; Path=/api/oidc; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
  }

  private String name() {
    return secure ? "__Secure-weir-flow" : "weir-flow-" + port.getAsInt();
  }

  @Nullable String read(Context context) {
    String kept = context.cookie(name());
    return kept == null || kept.isEmpty() || kept.length() > LONGEST ? null : kept;
  }

  void write(Context context, String content) {
    context
        .res()
        .addHeader("Set-Cookie", name() + "=" + content + attributes + "; Max-Age=" + SECONDS);
  }

  void delete(Context context) {
    context.res().addHeader("Set-Cookie", name() + "=" + attributes + "; Max-Age=0");
  }
}
