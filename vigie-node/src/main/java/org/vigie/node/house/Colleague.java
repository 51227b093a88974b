package org.vigie.node.house;

import java.util.Set;
import org.vigie.kernel.MemberId;
import org.vigie.node.shell.Role;
import org.vigie.seal.PublicKeys;

/**
 * Somebody in the house to whom a register can be granted.
 *
 * @param id who
 * @param name how they are called; blank for people who are helped
 * @param roles what they do
 * @param keys their public keys, vouched for by the keeper who let them in
 */
public record Colleague(MemberId id, String name, Set<Role> roles, PublicKeys keys) {}
