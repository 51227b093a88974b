package org.vigie.evidence;

/**
 * From what and by what an item was made.
 *
 * @param exhibit number of the item it was made from, whether or not that is in the package
 * @param tool name and version of what made it
 */
public record Derivation(String exhibit, String tool) {}
