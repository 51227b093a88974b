/**
 * The pairs of {@code ./vigie match} on many machines: an Apache Spark job that gives the same
 * lines. Between machines and on their disks there is nothing but keyed tokens, sealed fragments,
 * numbers and the ids of messages.
 */
@NullMarked
package org.vigie.matching.spark;

import org.jspecify.annotations.NullMarked;
