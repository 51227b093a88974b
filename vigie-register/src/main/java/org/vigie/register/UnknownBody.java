package org.vigie.register;

import tools.jackson.databind.JsonNode;

/**
 * The body of an entry whose type this release does not know: kept, never guessed at.
 *
 * @param json what was written
 */
public record UnknownBody(JsonNode json) {}
