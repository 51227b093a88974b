package org.vigie.node.house.web;

import java.util.Map;

/**
 * What the page for another authenticator app shows.
 *
 * @param secret to type into the app
 * @param errors sentences by field
 */
public record AppPage(String secret, Map<String, String> errors) {}
