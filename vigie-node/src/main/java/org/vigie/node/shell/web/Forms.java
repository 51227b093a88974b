package org.vigie.node.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import org.vigie.node.shell.Form;

/** Reads the fields of a request that carries no files. */
final class Forms {

  private Forms() {}

  static Form of(HttpServletRequest request) {
    var fields = new LinkedHashMap<String, List<String>>();
    request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
    return Form.of(fields);
  }
}
