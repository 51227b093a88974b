/** Conversations as lawyers' review software takes them: Relativity Short Message Format 2.0. */
@NullMarked
package org.vigie.evidence.rsmf;

import org.jspecify.annotations.NullMarked;
