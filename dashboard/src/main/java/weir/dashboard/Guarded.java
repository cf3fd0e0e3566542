package weir.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import weir.command.PageOptions;
import weir.dashboard.oidc.OidcSettings;
import weir.dashboard.webhook.WebhookSettings;
import weir.failure.MisuseException;
import weir.model.Severity;

/** What options say of other servers: their addresses go over TLS, or stay on this machine. */
final class Guarded {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private Guarded() {}

  static Optional<WebhookSettings> webhook(PageOptions options) {
    String file = options.webhookFile.strip();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    String text = secret("webhookFile", file);
    URI address =
        address(text)
            .orElseThrow(
                () ->
                    new MisuseException(
                        "--webhookFile: "
                            + file
                            + " must have one address, which begins with https:// (http:// on this"
                            + " machine only)"));
    return Optional.of(
        new WebhookSettings(address, severity(options.webhookFrom), options.webhookEvery));
  }

  private static Severity severity(String text) {
    try {
      return Severity.of(text.strip());
    } catch (IllegalArgumentException foreign) {
      throw new MisuseException(
          "--webhookFrom: no severity '" + text + "', expected low, medium, high or critical",
          foreign);
    }
  }

  static Optional<OidcSettings> oidc(PageOptions options) {
    String issuer = options.oidcIssuer.strip();
    String client = options.oidcClient.strip();
    String file = options.oidcSecretFile.strip();
    if (issuer.isEmpty()) {
      if (!client.isEmpty() || !file.isEmpty()) {
        throw new MisuseException(
            (client.isEmpty() ? "--oidcSecretFile" : "--oidcClient") + " needs --oidcIssuer=URL");
      }
      return Optional.empty();
    }
    if (client.isEmpty()) {
      throw new MisuseException("--oidcIssuer needs --oidcClient=ID");
    }
    if (options.oidcRole.isBlank()) {
      throw new MisuseException("--oidcRole must not be empty");
    }
    URI address = address(issuer).orElseThrow(() -> foreign("oidcIssuer", issuer));
    return Optional.of(
        new OidcSettings(
            address,
            client,
            file.isEmpty() ? null : secret("oidcSecretFile", file),
            options.oidcRole.strip()));
  }

  /** Where browsers reach the page, if that was told. */
  static Optional<String> page(PageOptions options) {
    String page = options.page.strip();
    if (page.isEmpty()) {
      return Optional.empty();
    }
    URI address =
        uri(page)
            .filter(each -> each.getRawQuery() == null && each.getRawFragment() == null)
            .filter(each -> Set.of("", "/").contains(each.getRawPath()))
            .orElseThrow(
                () ->
                    new MisuseException(
                        "--page: '"
                            + page
                            + "' is not of the form https://HOST or http://HOST:PORT"));
    return Optional.of(address.getScheme() + "://" + address.getRawAuthority() + "/");
  }

  private static MisuseException foreign(String option, String text) {
    return new MisuseException(
        "--"
            + option
            + ": '"
            + text
            + "' must begin with https:// (http:// on this machine only), and have no query");
  }

  private static Optional<URI> address(String text) {
    return uri(text)
        .filter(each -> each.getRawFragment() == null && each.getRawUserInfo() == null)
        .filter(
            each ->
                each.getScheme().equalsIgnoreCase("https")
                    || LOOPBACK.contains(each.getHost().toLowerCase(Locale.ROOT)));
  }

  private static Optional<URI> uri(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return uri.getHost() == null || !Set.of("http", "https").contains(scheme)
          ? Optional.empty()
          : Optional.of(uri);
    } catch (URISyntaxException foreign) {
      return Optional.empty();
    }
  }

  private static String secret(String option, String file) {
    try {
      String text = Files.readString(Path.of(file)).strip();
      if (text.isEmpty()) {
        throw new MisuseException("--" + option + ": " + file + " is empty");
      }
      return text;
    } catch (IOException unreadable) {
      throw new MisuseException("--" + option + ": " + file + " cannot be read", unreadable);
    }
  }
}
