/** Tests of recognising copies of a recording. */
@NullMarked
package org.vigie.matching.recording;

import org.jspecify.annotations.NullMarked;
