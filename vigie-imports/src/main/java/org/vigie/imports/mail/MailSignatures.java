package org.vigie.imports.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.Claim;
import org.vigie.imports.Source;
import org.vigie.imports.text.Encoding;
import org.vigie.imports.text.Lines;

/**
 * For which domains the signatures of an e-mail speak, and whether they hold with keys that a
 * person gave. Without a key the text can be compared with what was signed; who signed it cannot.
 */
public final class MailSignatures {

  private static final int MOST_HEADERS = 256 * 1024;
  private static final int MOST_SIGNATURES = 10;
  private static final int LONGEST_LINE = 1 << 20;
  private static final int HEAD = 64 * 1024;
  private static final Pattern ADDRESS = Pattern.compile("@([A-Za-z0-9.-]{1,253})");

  private final DkimKeys keys;
  private final List<String> fields = new ArrayList<>();
  private final List<DkimSignature> signatures = new ArrayList<>();
  private final List<String> raw = new ArrayList<>();
  private int length;
  private boolean unusable;
  private boolean headers = true;

  MailSignatures(DkimKeys keys) {
    this.keys = keys;
  }

  /**
   * What the signatures of an e-mail say, or those of a mailbox, counted by key; nothing if the
   * file is neither.
   *
   * @param keyLines public keys as the name service gives them
   * @throws IOException if its bytes cannot be had
   */
  public static List<Claim> of(Source source, List<String> keyLines) throws IOException {
    byte[] head;
    try (var in = source.open(0)) {
      head = in.readNBytes(HEAD);
    }
    var first = new String(head, 0, Math.min(200, head.length), StandardCharsets.ISO_8859_1);
    if (!new MailReader().recognises(head)) {
      return List.of();
    }
    var keys = new DkimKeys(keyLines);
    try (var in = source.open(0)) {
      var lines = new Lines(in, Encoding.UTF_8, source.length(), LONGEST_LINE);
      if (Mailbox.isFrom(first.lines().findFirst().orElse(""))) {
        return new MailboxSignatures(keys).read(lines);
      }
      var mail = new MailSignatures(keys);
      while (lines.next()) {
        mail.line(lines.bytes(), lines.wasCut());
      }
      mail.end();
      return mail.claims();
    }
  }

  /** Takes the next line of the message. */
  void line(byte[] line, boolean cut) {
    unusable |= cut;
    if (!headers) {
      signatures.forEach(signature -> signature.line(line));
    } else if (line.length == 0) {
      headers = false;
      begin();
    } else {
      header(new String(line, StandardCharsets.ISO_8859_1));
    }
  }

  /** The message is over. */
  void end() {
    if (headers) {
      headers = false;
      begin();
    }
  }

  /**
   * A signature and what came of it.
   *
   * @param domain for which it speaks
   * @param selector of its key
   * @param verdict code of what came of it
   */
  record Judged(String domain, String selector, String verdict) {}

  /** Every signature of the message, once it is over. */
  List<Judged> judged() {
    var judged = new ArrayList<Judged>();
    for (var i = 0; i < signatures.size(); i++) {
      var tags = DkimSignature.tags(raw.get(i));
      judged.add(
          new Judged(
              tags.getOrDefault("d", "").toLowerCase(Locale.ROOT),
              tags.getOrDefault("s", ""),
              verdict(signatures.get(i), tags)));
    }
    return judged;
  }

  private void header(String line) {
    length += line.length();
    unusable |= length > MOST_HEADERS;
    if (unusable) {
      return;
    }
    if ((line.startsWith(" ") || line.startsWith("\t")) && !fields.isEmpty()) {
      fields.set(fields.size() - 1, fields.getLast() + "\r\n" + line);
    } else {
      fields.add(line);
    }
  }

  private void begin() {
    for (var field : DkimSignature.of(fields)) {
      if (signatures.size() < MOST_SIGNATURES) {
        var key = key(DkimSignature.tags(field));
        signatures.add(new DkimSignature(field, key == null ? Map.of() : key));
        raw.add(field);
      }
    }
  }

  private @Nullable Map<String, String> key(Map<String, String> tags) {
    return keys.find(tags.getOrDefault("s", ""), tags.getOrDefault("d", ""));
  }

  private List<Claim> claims() {
    var claims = new ArrayList<Claim>();
    claims.add(new Claim("mail", "mail.sender", sender()));
    if (signatures.isEmpty()) {
      claims.add(new Claim("mail", "mail.unsigned", "yes"));
    }
    for (var i = 0; i < signatures.size(); i++) {
      var about = i == 0 ? "mail" : "mail#" + (i + 1);
      var tags = DkimSignature.tags(raw.get(i));
      claims.add(new Claim(about, "mail.domain", tags.getOrDefault("d", "")));
      claims.add(new Claim(about, "mail.selector", tags.getOrDefault("s", "")));
      claims.add(new Claim(about, "mail.covers", tags.getOrDefault("h", "").replace(":", ", ")));
      claims.add(new Claim(about, "mail.verdict", verdict(signatures.get(i), tags)));
      var rest = signatures.get(i).unsigned();
      if (rest > 0) {
        claims.add(new Claim(about, "mail.rest", Long.toString(rest)));
      }
    }
    return List.copyOf(claims);
  }

  private String verdict(DkimSignature signature, Map<String, String> tags) {
    if (unusable) {
      return "key";
    }
    var code = signature.verdict(fields).name().toLowerCase(Locale.ROOT);
    return key(tags) == null && !code.equals("body") ? "no-key" : code;
  }

  /** The domain of the address in From; what a screen shows may be anything. */
  private String sender() {
    for (var field : fields) {
      if (field.regionMatches(true, 0, "from:", 0, 5)) {
        var found = ADDRESS.matcher(field);
        return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "";
      }
    }
    return "";
  }
}
