/** Numbers, handles, addresses and links brought to one published form, {@code norm-v1}. */
@NullMarked
package org.vigie.matching.identifier;

import org.jspecify.annotations.NullMarked;
