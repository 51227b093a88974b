package org.vigie.register;

import org.vigie.kernel.MemberId;
import org.vigie.seal.PublicKeys;

/**
 * A member of a register, as its signed entries say.
 *
 * @param id who
 * @param keys their public keys, vouched for by whoever added them
 * @param role what they are in this register
 * @param added sequence of the entry that added them
 */
public record Member(MemberId id, PublicKeys keys, Role role, long added) {}
