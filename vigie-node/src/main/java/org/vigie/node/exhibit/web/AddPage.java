package org.vigie.node.exhibit.web;

/**
 * The form that takes files.
 *
 * @param form what is known about them: nothing yet
 * @param told whether it is part of telling what happened
 * @param largest most bytes a file may have
 */
public record AddPage(KnownForm form, boolean told, long largest) {}
