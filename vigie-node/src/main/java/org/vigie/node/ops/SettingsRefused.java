package org.vigie.node.ops;

import org.vigie.kernel.Refusal;

/** A setting that is unknown, or whose value cannot be used. */
public final class SettingsRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  SettingsRefused(String key, Object... details) {
    super(key, details);
  }

  /** One line for a terminal, in English: what is wrong and where. */
  public String line() {
    return switch (key()) {
      case "settings.unknown" ->
          "vigie.properties: the key '" + details().getFirst() + "' is unknown; remove it";
      default ->
          "setting '"
              + details().getFirst()
              + "': the value cannot be used; expected "
              + details().getLast();
    };
  }
}
