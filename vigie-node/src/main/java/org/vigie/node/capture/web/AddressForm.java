package org.vigie.node.capture.web;

/**
 * The form of an address.
 *
 * @param base address of the case
 * @param largest most bytes a file may have
 */
public record AddressForm(String base, long largest) {}
