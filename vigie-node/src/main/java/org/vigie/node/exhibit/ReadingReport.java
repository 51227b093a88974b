package org.vigie.node.exhibit;

import static org.vigie.node.casefile.Defaults.list;
import static org.vigie.node.casefile.Defaults.text;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.vigie.register.ForgetfulJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was read of an export and what was not, as the reader in the cage says.
 *
 * @param format for example {@code whatsapp-android}
 * @param source the file within an archive, or empty
 * @param messages how many
 * @param first the earliest time, or empty
 * @param last the latest time, or empty
 * @param authors names in the order of their first message; at most 500
 * @param bytesUnparsed bytes that are in no message
 * @param dateOrder {@code dmy}, {@code mdy} or {@code ymd}
 * @param dateOrderBy {@code value}, {@code sequence} or {@code option}
 * @param missingMedia files named but not there; at most 200
 * @param warnings sentences in English; at most 100
 */
public record ReadingReport(
    String format,
    String source,
    long messages,
    String first,
    String last,
    List<String> authors,
    @JsonProperty("bytes_unparsed") long bytesUnparsed,
    @JsonProperty("date_order") String dateOrder,
    @JsonProperty("date_order_by") String dateOrderBy,
    @JsonProperty("missing_media") List<String> missingMedia,
    List<String> warnings) {

  private static final JsonMapper JSON =
      ForgetfulJson.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final int MOST_MISSING = 200;

  /** Whether more files may be missing than are listed. */
  public boolean missingMore() {
    return missingMedia.size() == MOST_MISSING;
  }

  /** Reads tolerantly and cuts long lists. */
  public ReadingReport {
    format = text(format);
    source = text(source);
    first = text(first);
    last = text(last);
    authors = cut(authors, 500);
    dateOrder = text(dateOrder);
    dateOrderBy = text(dateOrderBy);
    missingMedia = cut(missingMedia, MOST_MISSING);
    warnings = cut(warnings, 100);
  }

  private static List<String> cut(List<String> all, int most) {
    return list(all).stream()
        .limit(most)
        .map(one -> one.length() > 300 ? one.substring(0, 300) : one)
        .toList();
  }

  /** Reads a report; one that is none says nothing. */
  public static ReadingReport parse(String json) {
    try {
      if (json.startsWith("{")) {
        return JSON.readValue(json, ReadingReport.class);
      }
    } catch (JacksonException notOurs) {
      return NOTHING;
    }
    return NOTHING;
  }

  private static final ReadingReport NOTHING =
      new ReadingReport("", "", 0, "", "", List.of(), 0, "", "", List.of(), List.of());

  String json() {
    return JSON.writeValueAsString(this);
  }
}
