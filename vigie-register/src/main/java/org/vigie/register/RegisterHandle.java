package org.vigie.register;

import org.vigie.kernel.RegisterId;

/**
 * A register a member can open.
 *
 * @param id which register
 * @param kind the capability's word, such as {@code case}
 */
public record RegisterHandle(RegisterId id, String kind) {}
