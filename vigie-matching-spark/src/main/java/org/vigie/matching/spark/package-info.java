/**
 * The pairs and groups of {@code ./vigie match} on many machines: an Apache Spark job that gives
 * the same lines. Between machines and on their disks there is nothing but keyed tokens, sealed
 * fragments and counts, numbers and the ids of messages, and between them the job's key, which
 * Spark's own encryption of lines alone protects.
 */
@NullMarked
package org.vigie.matching.spark;

import org.jspecify.annotations.NullMarked;
