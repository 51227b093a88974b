/**
 * Witnesses of custody logs (C2SP tlog-witness): other houses that cosign this house's log, and
 * other houses' logs that this one cosigns, over HTTP or by file. Nothing goes out and nothing
 * answers before a keeper names a partner; what partners exchange is sizes, hashes and times.
 */
@NullMarked
package org.vigie.node.witness;

import org.jspecify.annotations.NullMarked;
