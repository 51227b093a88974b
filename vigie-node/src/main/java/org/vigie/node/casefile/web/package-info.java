/** The pages of telling and of a case's own words. */
@NullMarked
package org.vigie.node.casefile.web;

import org.jspecify.annotations.NullMarked;
