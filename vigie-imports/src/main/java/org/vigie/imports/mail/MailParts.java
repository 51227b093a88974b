package org.vigie.imports.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Flag;
import org.vigie.imports.tally.Item;
import org.vigie.imports.tally.Records;
import org.vigie.imports.tally.Times;
import org.vigie.imports.text.Lines;

/**
 * One message while its lines come: headers kept whole, the words of its texts, and each file
 * named. Parts nest eight deep at most; deeper ones are named as a whole.
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
  private final List<Item> attachments = new ArrayList<>();
  private Headers part;
  private @Nullable Nest at;
  private @Nullable MailWords words;
  private boolean inHeaders = true;
  private boolean cut;
  private int unlisted;

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
    if (words != null) {
      words.line(bytes);
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

  /** Whether a line parts two parts, or ends the last; then what follows is set up. */
  private boolean boundary(byte[] bytes) {
    var line = new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing();
    for (var nest = at; nest != null; nest = nest.outer()) {
      var parts = nest.parts(line);
      if (parts || nest.ends(line)) {
        words().end();
        at = parts ? nest.next() : nest.outer();
        if (parts) {
          part = headers.forPart(longest);
          inHeaders = true;
        }
        return true;
      }
    }
    return false;
  }

  /** The headers of a part are over: it holds parts, words, or something to name. */
  private void begin(Lines place) {
    var boundary = part.boundary();
    if (boundary != null && Nest.depth(at) < MOST_BOUNDARIES) {
      at = Nest.in(boundary, part.isAlternative(), at);
      return;
    }
    var file = part.isAttachment() || (part.isNamed() && !part.equals(headers));
    if (!part.isAttachment()) {
      words().begin(part, at, file);
    }
    if (file) {
      attachment(place);
    }
  }

  /** The words, about which the headers of the whole are to be known. */
  private MailWords words() {
    var known = words;
    if (known == null) {
      known = new MailWords(longest, headers.isPage());
      words = known;
    }
    return known;
  }

  private void attachment(Lines place) {
    var name = part.fileName();
    wanted.begins(place, part.transferEncoding());
    if (attachments.size() < MOST_PARTS) {
      attachments.add(
          new Item(place.start(), place.number()).embedded(name == null ? part.type() : name));
    } else {
      unlisted++;
    }
  }

  /** Passes the message on, which ends before {@code end}; whether a browser saved it as a page. */
  boolean end(long end) throws IOException {
    wanted.ends(end);
    var text = new StringBuilder(headers.whole());
    var shown = words();
    shown.end();
    shown.appendTo(text);
    while (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
      text.setLength(text.length() - 1);
    }
    item.at(headers.date()).by(headers.from()).in(headers.subject()).says(text.toString());
    item.flagIf(cut || headers.wasCut() || shown.wereCut(), Flag.CUT);
    item.flagIf(shown.leadElsewhere(), Flag.HIDDEN_LINK);
    dkim.tell(item, item.line(), records.tally());
    records
        .tally()
        .warnIf(
            unlisted > 0,
            "line " + item.line() + ": " + unlisted + " more attachments, which are not listed");
    records.add(item);
    for (var attachment : attachments) {
      records.add(attachment.like(item));
    }
    return headers.isPage();
  }
}
