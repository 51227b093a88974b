/** The pages of numbers and aliases. */
@NullMarked
package org.vigie.node.caller.web;

import org.jspecify.annotations.NullMarked;
