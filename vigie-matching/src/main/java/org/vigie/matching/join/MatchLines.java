package org.vigie.matching.join;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes pairs and groups as JSON lines; equal input gives equal bytes. */
public final class MatchLines {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int DECIMALS = 4;

  private final Writer out;

  /** Writes to {@code out}, which the caller closes. */
  public MatchLines(Writer out) {
    this.out = out;
  }

  /** Writes one line; the score is rounded down to four decimals, so that 1 means equal. */
  public void write(Pair pair) {
    line(json -> {
      json.writeStringProperty("a", pair.a());
      json.writeStringProperty("b", pair.b());
      json.writeName("score");
      json.writeNumber(rounded(pair.score()));
      because(json, pair.because());
    });
  }

  /** Writes one line. */
  public void write(Group group) {
    line(json -> {
      json.writeNumberProperty("group", group.number());
      json.writeArrayPropertyStart("ids");
      group.ids().forEach(json::writeString);
      json.writeEndArray();
      because(json, group.because());
    });
  }

  private static BigDecimal rounded(double score) {
    var rounded = BigDecimal.valueOf(score).setScale(DECIMALS, RoundingMode.DOWN);
    return rounded.stripTrailingZeros().scale() < 1
        ? rounded.setScale(1, RoundingMode.DOWN)
        : rounded.stripTrailingZeros();
  }

  private static void because(JsonGenerator json, List<Reason> reasons) {
    json.writeArrayPropertyStart("because");
    reasons.forEach(r -> json.writeString(r.key()));
    json.writeEndArray();
  }

  private interface Content {
    void write(JsonGenerator json);
  }

  private void line(Content content) {
    var line = new java.io.StringWriter();
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      content.write(json);
      json.writeEndObject();
    }
    try {
      out.write(line.append('\n').toString());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
