package org.vigie.node.exhibit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.register.ForgetfulJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What languages the messages of an exhibit look like; kept with it as a proposal.
 *
 * @param tags how many messages look like each language, by tag
 * @param mixed how many look like several at once
 */
public record SpeechReport(Map<String, Integer> tags, int mixed) {

  static final SpeechReport NOTHING = new SpeechReport(Map.of(), 0);

  private static final JsonMapper JSON =
      ForgetfulJson.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** Reads tolerantly. */
  public SpeechReport {
    tags = tags == null ? Map.of() : Map.copyOf(tags);
  }

  /** What was noted of {@code exhibit}; nothing if nothing was. */
  public static SpeechReport of(Exhibit exhibit) {
    var report = exhibit.derived("speech").map(ExhibitDerived::report).orElse("");
    try {
      return report.startsWith("{") ? JSON.readValue(report, SpeechReport.class) : NOTHING;
    } catch (JacksonException notOurs) {
      return NOTHING;
    }
  }

  /** Tags, the commonest first. */
  public List<String> byNumber() {
    return tags.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  String json() {
    return JSON.writeValueAsString(new SpeechReport(new LinkedHashMap<>(tags), mixed));
  }

  /** Counts texts one after the other. Not for several threads. */
  static final class Count {

    private final Map<String, Integer> tags = new TreeMap<>();
    private int mixed;

    void add(String text) {
      var seen = Speech.of(text);
      seen.forEach(tag -> tags.merge(tag, 1, Integer::sum));
      mixed += seen.size() > 1 ? 1 : 0;
    }

    SpeechReport report() {
      return new SpeechReport(tags, mixed);
    }
  }
}
