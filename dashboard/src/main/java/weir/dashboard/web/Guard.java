package weir.dashboard.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import java.util.Set;

/** Headers of every answer, so that a browser allows the page only what it needs. */
final class Guard {
  private static final String POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** What a browser says of a request that no other page made. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private static final Set<HandlerType> READS = Set.of(HandlerType.GET, HandlerType.HEAD);

  private final boolean loopback;

  Guard(String bind) {
    loopback = LOOPBACK.contains(bind) || bind.equals("::1");
  }

  void before(Context context) {
    context
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Cache-Control", "no-cache");
    String host = String.valueOf(context.host()).replaceFirst(":\\d+$", "");
    // A foreign host name that resolves to this machine would let that site's pages read this one.
    if (loopback && !LOOPBACK.contains(host)) {
      throw new ForbiddenResponse("This page answers to localhost and 127.0.0.1 only");
    }
    if (isOfAnotherPage(context) || (changes(context) && isSentFromElsewhere(context))) {
      throw new ForbiddenResponse("Requests from other sites are not allowed");
    }
  }

  /** Allows links to this page, and refuses requests from scripts of other sites. */
  private static boolean isOfAnotherPage(Context context) {
    String site = context.header("Sec-Fetch-Site");
    return site != null
        && !OWN_SITES.contains(site)
        && !"navigate".equals(context.header("Sec-Fetch-Mode"));
  }

  private static boolean changes(Context context) {
    return !READS.contains(context.method());
  }

  /** Another site's form is a navigation too: only what reads may be linked to. */
  private static boolean isSentFromElsewhere(Context context) {
    String site = context.header("Sec-Fetch-Site");
    String origin = context.header("Origin");
    return (site != null && !OWN_SITES.contains(site))
        || (origin != null
            && !origin.replaceFirst("^https?://", "").equals(context.header("Host")));
  }
}
