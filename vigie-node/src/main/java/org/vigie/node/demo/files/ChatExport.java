package org.vigie.node.demo.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vigie.imports.DateOrder;
import org.vigie.node.demo.story.ChatScript;
import org.vigie.node.demo.story.ChatScript.Line;

/**
 * A WhatsApp export: a text as Android writes it, or a ZIP with media as an iPhone does. One use.
 */
public final class ChatExport {

  private static final String MARK = "\u200E";
  private static final String VOICE_WORDS = "sabe la porta. sabe la ora. pensa bene.";

  private final ChatScript chat;
  private final ChatStyle style;
  private final StringBuilder text = new StringBuilder();
  private final Map<String, byte[]> media = new LinkedHashMap<>();
  private int count;

  private ChatExport(ChatScript chat) {
    this.chat = chat;
    style = ChatStyle.named(chat.style());
  }

  /**
   * Writes the conversation.
   *
   * @throws IllegalArgumentException if its style is none we write
   */
  public static DemoFile of(ChatScript chat) {
    var export = new ChatExport(chat);
    export.write();
    var text = export.text.toString().getBytes(StandardCharsets.UTF_8);
    return export.style.iphone()
        ? new DemoFile(chat.file(), "application/zip", export.zip(text))
        : new DemoFile(chat.file(), "text/plain", text);
  }

  /** The order of day, month and year in the export of this conversation. */
  public static DateOrder dateOrder(ChatScript chat) {
    return switch (ChatStyle.named(chat.style())) {
      case ANDROID_EN_US -> DateOrder.MDY;
      case IOS_ZH -> DateOrder.YMD;
      default -> DateOrder.DMY;
    };
  }

  private void write() {
    var first = chat.lines().getFirst().at();
    if (style.iphone()) {
      // On an iPhone the notice stands under the contact's name, as if they had written it.
      line(first, MARK, chat.them() + ": " + MARK + style.notice());
    } else {
      line(first, "", style.notice());
    }
    for (var line : chat.lines()) {
      message(line);
    }
  }

  private void message(Line line) {
    count++;
    var author = line.mine() ? chat.me() : chat.them();
    var special = style.iphone() ? MARK : "";
    switch (line.kind()) {
      case TEXT -> line(line.at(), "", author + ": " + line.text());
      case OMITTED -> line(line.at(), special, author + ": " + special + style.omitted());
      case DELETED -> line(line.at(), special, author + ": " + special + style.deleted());
      case MISSED_CALL ->
          line(
              line.at(),
              special,
              style.iphone()
                  ? author + ": " + special + style.missedCall()
                  : author + ": " + style.missedCall());
      case IMAGE -> attach(line, author, special, "PHOTO", "jpg", Photo.door(count));
      case AUDIO -> attach(line, author, special, "AUDIO", "wav", Voice.wav(VOICE_WORDS, count));
    }
  }

  private void attach(
      Line line, String author, String special, String kind, String type, byte[] bytes) {
    var name = mediaName(line.at(), kind, type);
    media.put(name, bytes);
    line(line.at(), special, author + ": " + special + style.attached(name));
    if (!line.text().isEmpty()) {
      text.append(line.text()).append('\n');
    }
  }

  private String mediaName(LocalDateTime at, String kind, String type) {
    if (style.iphone()) {
      var time =
          seconds(at).format(DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss", Locale.ROOT));
      return String.format(Locale.ROOT, "%08d-%s-%s.%s", count, kind, time, type);
    }
    var day = at.format(DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT));
    return (kind.equals("PHOTO") ? "IMG-" : "AUD-")
        + String.format(Locale.ROOT, "%s-WA%04d.%s", day, count, type);
  }

  private void line(LocalDateTime at, String special, String rest) {
    if (style.iphone()) {
      text.append(special).append('[').append(style.time(seconds(at))).append("] ");
    } else {
      text.append(style.time(at)).append(" - ");
    }
    text.append(rest).append(style.iphone() ? "\r\n" : "\n");
  }

  private LocalDateTime seconds(LocalDateTime at) {
    return at.plusSeconds(count % 60);
  }

  private byte[] zip(byte[] chatText) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      entry(zip, "_chat.txt", chatText);
      for (var file : media.entrySet()) {
        entry(zip, file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    // Local, so that the bytes do not depend on the machine's zone.
    entry.setTimeLocal(chat.lines().getLast().at());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
