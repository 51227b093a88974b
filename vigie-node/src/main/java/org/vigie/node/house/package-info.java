/**
 * The organisation on a node: who is in it, in what role, and how they get in and out. Two
 * registers: {@code house}, which every member reads, names those who work in it; {@code keepers}
 * holds invitations and is read by keepers only, so that no member can list the people who are
 * helped.
 */
@NullMarked
package org.vigie.node.house;

import org.jspecify.annotations.NullMarked;
