/** The pages of exhibits: adding, reading, receipts, custody. */
@NullMarked
package org.vigie.node.exhibit.web;

import org.jspecify.annotations.NullMarked;
