/**
 * Campaigns: people who were reached by one hand, found by what their accounts share. Knows keyed
 * digests and codes, never a number, a word or a name.
 */
@NullMarked
package org.vigie.matching.campaign;

import org.jspecify.annotations.NullMarked;
