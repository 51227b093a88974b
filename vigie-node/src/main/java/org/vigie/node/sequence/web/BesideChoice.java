package org.vigie.node.sequence.web;

import java.util.List;

/**
 * Which case to lay beside this one.
 *
 * @param id of the case that was open
 * @param others the other cases that this caseworker reads, by pseudonym
 */
public record BesideChoice(String id, List<BesidePage.Side> others) {}
