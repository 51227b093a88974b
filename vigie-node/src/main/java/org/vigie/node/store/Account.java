package org.vigie.node.store;

import org.vigie.kernel.MemberId;
import org.vigie.seal.LockedIdentity;

/**
 * What signing in needs, and nothing else about the person.
 *
 * @param id who, at random
 * @param lookup keyed hash of the sign-in name; 64 lower-case hexadecimal digits
 * @param identity their keys, locked
 */
public record Account(MemberId id, String lookup, LockedIdentity identity) {}
