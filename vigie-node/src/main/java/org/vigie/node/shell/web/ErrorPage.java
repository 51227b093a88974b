package org.vigie.node.shell.web;

import java.util.List;

/**
 * What the error page shows: what happened, what was kept, what to do.
 *
 * @param key message key of what happened; {@code key.kept} and {@code key.do} say the rest
 * @param details what fills the sentence
 * @param reference the number of an error of ours, or blank
 * @param typed what the person had typed, given back so that it is not lost
 */
public record ErrorPage(String key, List<Object> details, String reference, List<String> typed) {}
