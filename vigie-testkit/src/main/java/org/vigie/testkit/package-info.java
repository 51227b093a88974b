/** What every module's tests share: properties over many inputs, and the rules of the house. */
@NullMarked
package org.vigie.testkit;

import org.jspecify.annotations.NullMarked;
