/**
 * Campaigns: what analysts and keepers see of people who were reached by one hand. Never a case, a
 * name, a number or a word; never fewer than three people.
 */
@NullMarked
package org.vigie.node.campaign;

import org.jspecify.annotations.NullMarked;
