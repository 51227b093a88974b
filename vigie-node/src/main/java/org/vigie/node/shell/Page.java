package org.vigie.node.shell;

import org.jspecify.annotations.Nullable;

/**
 * What a controller answers: a template with its model, or another address to go to. The template
 * takes two parameters, {@code Frame frame} and {@code page}, the model.
 *
 * @param template path below {@code src/main/jte} without its ending, such as {@code house/members}
 * @param model view model; a record made for this template
 * @param status HTTP status
 * @param location where to go instead (303), or null
 */
public record Page(String template, Object model, int status, @Nullable String location) {

  /** A page. */
  public static Page of(String template, Object model) {
    return new Page(template, model, 200, null);
  }

  /** A page that needs no model. */
  public static Page of(String template) {
    return new Page(template, "", 200, null);
  }

  /** After a POST: go to {@code path} of this node with a GET (303). */
  public static Page to(String path) {
    if (!path.startsWith("/") || path.startsWith("//") || path.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("only an address of this node");
    }
    return new Page("", "", 303, path);
  }

  /** The same page with another status. */
  public Page status(int other) {
    return new Page(template, model, other, location);
  }
}
