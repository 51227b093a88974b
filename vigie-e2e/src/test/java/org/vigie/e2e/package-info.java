/**
 * Journeys in a real browser with JavaScript off, against a node that runs as a process of its own:
 * what a person does, seen from outside.
 */
@NullMarked
package org.vigie.e2e;

import org.jspecify.annotations.NullMarked;
