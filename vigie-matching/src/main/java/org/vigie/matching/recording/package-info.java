/**
 * Whether two recordings are copies of one: robocalls, forwarded voice notes. Never whether two
 * voices are one person's.
 */
@NullMarked
package org.vigie.matching.recording;

import org.jspecify.annotations.NullMarked;
