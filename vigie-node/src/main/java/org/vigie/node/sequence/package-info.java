/**
 * The order in which things happened in one case, laid beside the published steps of operations: a
 * hypothesis for the person and whoever accompanies them, made when the page is opened. Nothing of
 * it is kept, sent or shown to keepers and analysts.
 */
@NullMarked
package org.vigie.node.sequence;

import org.jspecify.annotations.NullMarked;
