package org.vigie.node.shell;

import org.vigie.kernel.Refusal;

/** Something the frame itself refuses. */
public final class ShellRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private ShellRefused(String key) {
    super(key);
  }

  /** There is no such thing, or not for whoever asks; both look the same. */
  public static ShellRefused notFound() {
    return new ShellRefused("shell.not-found");
  }

  /** The form that was sent is not one we gave out. */
  public static ShellRefused foreignForm() {
    return new ShellRefused("shell.foreign-form");
  }

  /** What was sent is not in a shape this address takes. */
  public static ShellRefused unreadable() {
    return new ShellRefused("shell.unreadable");
  }
}
