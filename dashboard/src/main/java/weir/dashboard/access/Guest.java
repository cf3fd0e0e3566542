package weir.dashboard.access;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who comes by a provider, as that describes them.
 *
 * @param host the provider's, which stands in the guest's name here
 * @param subject whom the provider means; it never means somebody else by it
 * @param called what the provider calls them, which may be any text
 * @param role absent if the provider gives none
 */
public record Guest(
    String issuer, String host, String subject, String called, @Nullable Role role) {}
