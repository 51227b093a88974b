/**
 * JSON with one spelling: RFC 8785 narrowed to integers. Small and strict, because it reads what
 * strangers hand to a court's verifier.
 */
@NullMarked
package org.vigie.evidence.json;

import org.jspecify.annotations.NullMarked;
