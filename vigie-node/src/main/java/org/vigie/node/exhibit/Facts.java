package org.vigie.node.exhibit;

import java.util.Map;
import java.util.TreeMap;
import org.vigie.register.ForgetfulJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Short facts that a cage told of a document, as they are kept: claims, to be shown escaped. */
public final class Facts {

  private static final JsonMapper JSON = ForgetfulJson.builder().build();

  private Facts() {}

  /** The facts in a report; what is none says nothing. */
  public static Map<String, String> of(String json) {
    var facts = new TreeMap<String, String>();
    try {
      if (json.startsWith("{")) {
        JSON.readTree(json)
            .properties()
            .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString("")));
      }
    } catch (JacksonException notOurs) {
      return Map.of();
    }
    return facts;
  }

  /** The whole number called {@code name}; 1 where there is none. */
  static int number(Map<String, String> facts, String name) {
    var value = facts.getOrDefault(name, "");
    return value.matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(value)) : 1;
  }
}
