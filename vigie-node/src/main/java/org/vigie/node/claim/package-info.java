/** What an exhibit says of itself, and what came out when it was checked. Nothing is believed. */
@NullMarked
package org.vigie.node.claim;

import org.jspecify.annotations.NullMarked;
