package org.vigie.node.demo.story;

import java.time.LocalDateTime;

/**
 * A photograph with what a camera writes into it.
 *
 * @param file the photograph's file name
 * @param at the local time it was taken
 */
public record PhotoScript(String file, LocalDateTime at) {}
