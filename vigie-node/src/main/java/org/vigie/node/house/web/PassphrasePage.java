package org.vigie.node.house.web;

import java.util.Map;

/**
 * What the page for a new passphrase shows.
 *
 * @param suggestion a generated one
 * @param errors sentences by field
 */
public record PassphrasePage(String suggestion, Map<String, String> errors) {}
