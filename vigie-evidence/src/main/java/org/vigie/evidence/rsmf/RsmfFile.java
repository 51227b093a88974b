package org.vigie.evidence.rsmf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.vigie.evidence.archive.ZipEntry;
import org.vigie.evidence.archive.ZipWriter;
import org.vigie.ledger.Hash;

/**
 * A conversation as an {@code .rsmf} file: a message after RFC 5322 with one attachment, {@code
 * rsmf.zip}, that holds {@code rsmf_manifest.json} and the files of its messages. The same
 * conversation gives the same bytes.
 */
public final class RsmfFile {

  static final String MANIFEST = "rsmf_manifest.json";

  private static final String LINE = "\r\n";
  // Beside the longest name of a header, 76 signs to a line (RFC 2047 section 2).
  private static final int LONGEST_WORD = 27;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss '+0000'", Locale.ROOT);
  private static final Pattern OFFSET = Pattern.compile("(Z|[+-]\\d{2}:\\d{2})$");
  private static final Pattern PLAIN_NAME =
      Pattern.compile("[A-Za-z0-9.()+_-][A-Za-z0-9.()+_ -]{0,59}");
  private static final Base64.Encoder BASE64 =
      Base64.getMimeEncoder(76, LINE.getBytes(StandardCharsets.US_ASCII));

  private RsmfFile() {}

  /**
   * The file.
   *
   * @param made when it is written
   * @param generator name of what writes it
   */
  public static byte[] write(RsmfChat chat, Instant made, String generator) {
    var zip = zip(chat);
    // No base64 holds an underscore, so the boundary cannot stand within a part.
    var boundary = "=_" + Hash.sha256(zip).toString().substring(0, 32);
    var text = new StringBuilder();
    headers(text, chat, made, generator, boundary);
    text.append(LINE).append("--").append(boundary).append(LINE);
    text.append("Content-Type: text/plain; charset=utf-8").append(LINE);
    text.append("Content-Transfer-Encoding: base64").append(LINE).append(LINE);
    text.append(BASE64.encodeToString(words(chat))).append(LINE);
    text.append("--").append(boundary).append(LINE);
    text.append("Content-Type: application/octet-stream; name=\"rsmf.zip\"").append(LINE);
    text.append("Content-Transfer-Encoding: base64").append(LINE);
    text.append("Content-Disposition: attachment; filename=\"rsmf.zip\"").append(LINE);
    text.append(LINE);
    var out = new ByteArrayOutputStream();
    out.writeBytes(text.toString().getBytes(UTF_8));
    out.writeBytes(BASE64.encode(zip));
    out.writeBytes((LINE + "--" + boundary + "--" + LINE).getBytes(UTF_8));
    return out.toByteArray();
  }

  private static void headers(
      StringBuilder text, RsmfChat chat, Instant made, String generator, String boundary) {
    var names = chat.participants().keySet().stream().map(RsmfChat::shown).toList();
    var from = names.getFirst();
    header(text, "From", encoded(from) + LINE + " <p1@rsmf.invalid>");
    header(text, "Date", DATE.format(made.atOffset(ZoneOffset.UTC)));
    header(text, "Subject", encoded(chat.display()));
    header(text, "MIME-Version", "1.0");
    header(text, "X-RSMF-Version", RsmfManifest.VERSION);
    header(text, "X-RSMF-Generator", encoded(generator));
    var times = times(chat);
    if (!times.isEmpty()) {
      header(text, "X-RSMF-BeginDate", times.getFirst());
      header(text, "X-RSMF-EndDate", times.getLast());
    }
    header(text, "X-RSMF-EventCount", Integer.toString(chat.events().size()));
    var attached = chat.events().stream().mapToInt(event -> event.attachments().size()).sum();
    header(text, "X-RSMF-AttachmentCount", Integer.toString(attached));
    header(text, "X-RSMF-Application", encoded(chat.platform()));
    header(text, "X-RSMF-EventCollectionID", encoded(chat.collection()));
    if (plain(names)) {
      header(text, "X-RSMF-Participants", String.join("," + LINE + " ", names));
    }
    header(text, "Content-Type", "multipart/mixed;" + LINE + " boundary=\"" + boundary + "\"");
  }

  /** The publisher's validator compares what stands there undecoded: plain, or not at all. */
  private static boolean plain(List<String> names) {
    return names.stream().allMatch(name -> PLAIN_NAME.matcher(name).matches())
        && names.stream().mapToInt(String::length).sum() <= 900;
  }

  private static void header(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append(LINE);
  }

  /** In order; none unless each has an offset: without one these headers may not be. */
  private static List<String> times(RsmfChat chat) {
    var times =
        chat.events().stream().map(RsmfEvent::timestamp).filter(time -> !time.isEmpty()).toList();
    return times.stream().allMatch(time -> OFFSET.matcher(time).find())
        ? times.stream().sorted(Comparator.comparing(OffsetDateTime::parse)).toList()
        : List.of();
  }

  /** Plain where it is a few signs of ASCII, else encoded words, folded (RFC 2047). */
  private static String encoded(String text) {
    var plain = text.length() <= 60 && text.matches("[A-Za-z0-9._ -]+");
    if (plain && text.equals(text.strip())) {
      return text;
    }
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (var c : text.codePoints().toArray()) {
      var sign = Character.isISOControl(c) ? " " : Character.toString(c);
      if (word.toString().getBytes(UTF_8).length + sign.getBytes(UTF_8).length > LONGEST_WORD) {
        words.add(word(word.toString()));
        word.setLength(0);
      }
      word.append(sign);
    }
    words.add(word(word.toString()));
    return String.join(LINE + " ", words);
  }

  private static String word(String text) {
    return "=?utf-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "?=";
  }

  /** What the reviewer's search goes through: a line for each event. */
  private static byte[] words(RsmfChat chat) {
    var text = new StringBuilder();
    for (var event : chat.events()) {
      var head = (event.timestamp() + " " + event.participant()).strip();
      text.append(head).append(head.isEmpty() ? "" : ": ").append(event.body()).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] zip(RsmfChat chat) {
    var out = new ByteArrayOutputStream();
    var zip = new ZipWriter(out);
    try {
      var files = new TreeMap<>(chat.files());
      files.put(MANIFEST, RsmfManifest.write(chat));
      for (var file : files.entrySet()) {
        add(zip, file.getKey(), file.getValue());
      }
      zip.finish();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static void add(ZipWriter zip, String name, byte[] bytes) throws IOException {
    var crc = new CRC32();
    crc.update(bytes);
    zip.begin(new ZipEntry(name, crc.getValue(), bytes.length));
    zip.content(bytes, bytes.length);
  }
}
