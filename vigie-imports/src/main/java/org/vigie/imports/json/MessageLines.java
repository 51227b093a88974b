package org.vigie.imports.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vigie.imports.Flag;
import org.vigie.imports.Kind;
import org.vigie.imports.Message;
import org.vigie.imports.MessageSink;
import org.vigie.imports.Moment;
import org.vigie.imports.Precision;

/** Writes one JSON object a message, one a line. {@link #flush()} at the end. */
public final class MessageLines implements MessageSink {

  private static final byte[] N = ascii("{\"n\":");
  private static final byte[] LINE = ascii(",\"line\":");
  private static final byte[] TIME = ascii(",\"time\":");
  private static final byte[] RAW = ascii(",\"time_raw\":");
  private static final byte[] PRECISION = ascii(",\"precision\":\"");
  private static final byte[] AUTHOR = ascii("\",\"author\":");
  private static final byte[] KIND = ascii(",\"kind\":\"");
  private static final byte[] TEXT = ascii("\",\"text\":");
  private static final byte[] MEDIA = ascii(",\"media\":");
  private static final byte[] FLAGS = ascii(",\"flags\":[");
  private static final byte[] OFFSET = ascii("],\"offset\":");
  private static final byte[] CHAT = ascii(",\"chat\":");
  private static final byte[] LENGTH = ascii(",\"length\":");

  private final JsonBytes json;
  private final boolean ranges;
  private final Map<Kind, byte[]> kinds = new EnumMap<>(Kind.class);
  private final Map<Flag, byte[]> flags = new EnumMap<>(Flag.class);
  private final Map<Precision, byte[]> precisions = new EnumMap<>(Precision.class);

  /**
   * Writes to {@code out}, which the caller closes.
   *
   * @param ranges whether to add {@code offset} and {@code length}, the bytes in the source
   */
  public MessageLines(OutputStream out, boolean ranges) {
    this.json = new JsonBytes(out);
    this.ranges = ranges;
    for (var kind : Kind.values()) {
      kinds.put(kind, ascii(kind.text()));
    }
    for (var flag : Flag.values()) {
      flags.put(flag, ascii('"' + flag.text() + '"'));
    }
    for (var precision : Precision.values()) {
      precisions.put(precision, ascii(precision.text()));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void accept(Message message) throws IOException {
    json.raw(N).number(message.n()).raw(LINE).number(message.line());
    time(message.when());
    json.raw(PRECISION).raw(precisions.getOrDefault(message.when().precision(), N));
    json.raw(AUTHOR).string(message.author());
    json.raw(KIND).raw(kinds.getOrDefault(message.kind(), N));
    json.raw(TEXT).string(message.text());
    json.raw(MEDIA).string(message.media());
    flags(message.flags());
    if (ranges) {
      json.raw(OFFSET).number(message.range().offset());
      json.raw(LENGTH).number(message.range().length());
    } else {
      json.raw(']');
    }
    if (message.chat() != null) {
      json.raw(CHAT).string(message.chat());
    }
    json.raw('}').raw('\n');
  }

  private void time(Moment when) throws IOException {
    var t = when.local();
    if (t == null) {
      json.raw(TIME).string(null).raw(RAW).string(when.raw());
      return;
    }
    json.raw(TIME).raw('"').digits(t.getYear(), 4).raw('-').digits(t.getMonthValue(), 2).raw('-');
    json.digits(t.getDayOfMonth(), 2);
    if (when.precision() == Precision.DAY) {
      json.raw('"').raw(RAW).string(when.raw());
      return;
    }
    json.raw('T').digits(t.getHour(), 2).raw(':');
    json.digits(t.getMinute(), 2).raw(':').digits(t.getSecond(), 2);
    var offset = when.offset();
    if (offset != null) {
      json.raw(ascii(offset.getId()));
    }
    json.raw('"').raw(RAW).string(when.raw());
  }

  private void flags(List<Flag> all) throws IOException {
    json.raw(FLAGS);
    for (var i = 0; i < all.size(); i++) {
      if (i > 0) {
        json.raw(',');
      }
      json.raw(flags.getOrDefault(all.get(i), N));
    }
  }

  /** Passes on what is still in the buffer. */
  public void flush() throws IOException {
    json.flush();
  }
}
