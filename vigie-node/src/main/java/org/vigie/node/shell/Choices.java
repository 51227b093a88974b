package org.vigie.node.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options of a choice, in their order, with their labels in the language of the page. */
public final class Choices {

  private Choices() {}

  /** {@code codes} labelled by the messages {@code prefix.code}. */
  public static Map<String, String> of(Frame frame, String prefix, List<String> codes) {
    var options = new LinkedHashMap<String, String>();
    for (var code : codes) {
      options.put(code, frame.t(prefix + "." + code));
    }
    return options;
  }

  /** {@code codes} labelled by the messages {@code prefix.code}. */
  public static Map<String, String> of(Frame frame, String prefix, String... codes) {
    return of(frame, prefix, List.of(codes));
  }
}
