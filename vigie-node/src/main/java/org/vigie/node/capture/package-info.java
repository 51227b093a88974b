/**
 * What a person keeps of things that have no export: screenshots in their order, addresses they
 * saw, numbers behind saved names.
 */
@NullMarked
package org.vigie.node.capture;

import org.jspecify.annotations.NullMarked;
