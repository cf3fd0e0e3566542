package weir.dashboard.openapi;

import java.util.Optional;

/**
 * An address, and who may ask it.
 *
 * @param id no other has it
 * @param role the least that it needs; none if anybody may ask
 * @param changes whether asking changes something
 */
public record Operation(
    String id, String method, String path, Optional<String> role, boolean changes, About about) {}
