/**
 * The register of a person: the account, told once and kept in versions; relatives by handles;
 * words that must never leave; who looked.
 */
@NullMarked
package org.vigie.node.casefile;

import org.jspecify.annotations.NullMarked;
