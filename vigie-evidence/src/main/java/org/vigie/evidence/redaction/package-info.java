/**
 * Makes copies in which chosen parts are destroyed, and checks a package for what must not be in
 * it. Originals are never written to. The JDK alone, so that the verifier stays small.
 */
@NullMarked
package org.vigie.evidence.redaction;

import org.jspecify.annotations.NullMarked;
