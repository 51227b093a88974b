package org.vigie.imports.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.text.Lines;

/**
 * One message while its lines come: headers kept whole, the first text kept, other parts only
 * named. Parts nest eight deep at most; deeper ones are read as what holds them.
 */
final class MailParts {

  private static final int MOST_BOUNDARIES = 8;
  private static final int MOST_PARTS = 1000;

  private final Records records;
  private final int longest;
  private final Item item;
  private final Headers headers;
  private final Dkim dkim;
  private final AttachmentPlace wanted;
  private final ByteArrayOutputStream words = new ByteArrayOutputStream();
  private final Deque<String> boundaries = new ArrayDeque<>();
  private final List<Item> attachments = new ArrayList<>();
  private Headers part;
  private boolean inHeaders = true;
  private boolean keeping;
  private boolean html;
  private @Nullable Headers kept;
  private boolean cut;

  MailParts(
      Records records, Times times, int longest, Item item, Dkim dkim, AttachmentPlace wanted) {
    this.records = records;
    this.longest = longest;
    this.item = item;
    this.dkim = dkim;
    this.wanted = wanted;
    this.headers = new Headers(times, longest);
    this.part = headers;
  }

  /** Takes the next line. */
  void line(byte[] bytes, Lines place) throws IOException {
    cut |= place.wasCut();
    signed(bytes, place.wasCut());
    if (inHeaders) {
      if (bytes.length == 0) {
        inHeaders = false;
        begin(place);
      } else {
        part.line(bytes);
      }
      return;
    }
    if (bytes.length > 2 && bytes[0] == '-' && bytes[1] == '-' && boundary(bytes)) {
      wanted.ends(place.start());
      return;
    }
    if (keeping) {
      keep(bytes);
    }
  }

  /** What signatures are about: the headers of the whole, and all lines after them. */
  private void signed(byte[] bytes, boolean lineCut) {
    if (!inHeaders || !part.equals(headers)) {
      dkim.line(bytes, lineCut);
    } else if (bytes.length == 0) {
      dkim.body();
    } else {
      dkim.header(bytes, lineCut);
    }
  }

  private void keep(byte[] bytes) {
    if (words.size() + bytes.length + 1 > longest) {
      cut = true;
      return;
    }
    words.write(bytes, 0, bytes.length);
    words.write('\n');
  }

  /** Whether a line parts two parts, or ends the last; then what follows is set up. */
  private boolean boundary(byte[] bytes) {
    var line = new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing();
    for (var boundary : boundaries) {
      if (line.equals("--" + boundary) || line.equals("--" + boundary + "--")) {
        while (!boundary.equals(boundaries.peek())) {
          boundaries.pop();
        }
        keeping = false;
        if (line.length() == boundary.length() + 2) {
          part = headers.forPart(longest);
          inHeaders = true;
        } else {
          boundaries.pop();
        }
        return true;
      }
    }
    return false;
  }

  /** The headers of a part are over: it holds parts, words to keep, or something to name. */
  private void begin(Lines place) {
    var boundary = part.boundary();
    if (boundary != null && boundaries.size() < MOST_BOUNDARIES) {
      boundaries.push(boundary);
      return;
    }
    if (!part.isAttachment() && part.isText() && (kept == null || (html && !part.isHtml()))) {
      // Plain words are kept rather than the same as a page.
      kept = part;
      html = part.isHtml();
      words.reset();
      keeping = true;
    } else if (part.equals(headers) || part.isAttachment() || !part.isText()) {
      attachment(place);
    }
  }

  private void attachment(Lines place) {
    var name = part.fileName();
    wanted.begins(place, part.transferEncoding());
    if (attachments.size() < MOST_PARTS) {
      attachments.add(
          new Item(place.start(), place.number()).embedded(name == null ? part.type() : name));
    }
  }

  /** Passes the message on, which ends before {@code at}; whether a browser saved it as a page. */
  boolean end(long at) throws IOException {
    wanted.ends(at);
    var text = new StringBuilder(headers.whole());
    var shown = kept;
    if (shown != null) {
      text.append("\n\n").append(shown.decoded(words.toByteArray()));
    }
    while (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
      text.setLength(text.length() - 1);
    }
    item.at(headers.date()).by(headers.from()).in(headers.subject()).says(text.toString());
    item.flagIf(cut || headers.wasCut(), Flag.CUT);
    dkim.tell(item, item.line(), records.tally());
    records.add(item);
    for (var attachment : attachments) {
      records.add(attachment.like(item));
    }
    return headers.isPage();
  }
}
