package org.vigie.node.house.web;

import java.util.List;
import org.vigie.node.ops.HomeCheck.Finding;

/**
 * What the keepers' page about the machine shows.
 *
 * @param findings one sentence each
 */
public record HousePage(List<Finding> findings) {}
