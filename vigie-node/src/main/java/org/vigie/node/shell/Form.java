package org.vigie.node.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.kernel.PartialDate;

/**
 * What someone typed: every field of a posted form, leniently. Nothing here refuses, because saving
 * never fails on validation. Fields whose name starts with an underscore are the frame's own and
 * are left out. A controller takes it as a parameter.
 */
public final class Form {

  /** Fields that hold a secret: never kept, never given back. */
  static final Set<String> SECRET =
      Set.of("passphrase", "own-passphrase", "now", "fresh", "code", "paper", "shares");

  private final Map<String, List<String>> fields;

  private Form(Map<String, List<String>> fields) {
    this.fields = fields;
  }

  /** A form of these fields, in order. */
  public static Form of(Map<String, List<String>> fields) {
    var own = new LinkedHashMap<String, List<String>>();
    fields.forEach((name, values) -> {
      if (!name.startsWith("_")) {
        own.put(name, List.copyOf(values));
      }
    });
    return new Form(own);
  }

  /** A form with nothing typed yet. */
  public static Form blank() {
    return new Form(Map.of());
  }

  /** The same form without fields that hold a secret. */
  public Form withoutSecrets() {
    var open = new LinkedHashMap<>(fields);
    open.keySet().removeAll(SECRET);
    return new Form(open);
  }

  /** The first value of {@code name} without spaces around it; empty if there is none. */
  public String text(String name) {
    return raw(name).strip();
  }

  /** The first value of {@code name} exactly as it came; empty if there is none. */
  public String raw(String name) {
    var values = fields.get(name);
    return values == null || values.isEmpty() ? "" : values.getFirst();
  }

  /** Every value of {@code name}, blank ones left out: the ticked boxes of a group. */
  public List<String> all(String name) {
    var kept = new ArrayList<String>();
    for (var value : fields.getOrDefault(name, List.of())) {
      if (!value.isBlank()) {
        kept.add(value.strip());
      }
    }
    return kept;
  }

  /** Whether {@code name} was sent with something in it. */
  public boolean has(String name) {
    return !text(name).isEmpty();
  }

  /**
   * The date that the kit's date field {@code name} holds, as precisely as it was given: its parts
   * are {@code name.year}, {@code name.month}, {@code name.day}, {@code name.time} and {@code
   * name.about}. What makes no date is left off from the fine end; empty without a year.
   */
  public Optional<PartialDate> date(String name) {
    var about = has(name + ".about") ? "~" : "";
    var text = new StringBuilder(about).append(digits(name + ".year", 4));
    var best = PartialDate.parse(text.toString());
    for (var part : List.of("-" + digits(name + ".month", 2), "-" + digits(name + ".day", 2))) {
      var finer = PartialDate.parse(text.append(part).toString());
      if (best.isEmpty() || finer.isEmpty()) {
        return best;
      }
      best = finer;
    }
    var minute = PartialDate.parse(text.append('T').append(text(name + ".time")).toString());
    return minute.isPresent() ? minute : best;
  }

  /** Every field and its values, in the order of the form. */
  public Map<String, List<String>> fields() {
    return fields;
  }

  private String digits(String name, int length) {
    var typed = text(name);
    return typed.isEmpty() ? "" : "0".repeat(Math.max(0, length - typed.length())) + typed;
  }
}
