package org.vigie.node.leak.web;

import java.util.List;
import org.vigie.node.leak.Leaks;

/**
 * All that a member keeps between two.
 *
 * @param all in the order they came
 */
public record LeaksPage(List<Leaks.Open> all) {}
