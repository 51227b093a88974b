/**
 * Links between cases of one house, found by keyed tokens, and introductions when both sides agree.
 * What compares never sees words or numbers; who decides never sees a case.
 */
@NullMarked
package org.vigie.node.link;

import org.jspecify.annotations.NullMarked;
