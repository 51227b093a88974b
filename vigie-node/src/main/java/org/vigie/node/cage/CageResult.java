package org.vigie.node.cage;

import java.util.Map;

/**
 * What came out beside the bytes.
 *
 * @param facts short values; which ones, each job of {@code CageJob} says. They come from inside
 *     the cage: claims of a hostile document, to be shown escaped
 * @param report the report of a reading as JSON, else empty
 */
public record CageResult(Map<String, String> facts, String report) {}
