package org.vigie.node.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.vigie.imports.BytesSource;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.detect.Exports;
import org.vigie.imports.json.MessageLines;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.SuppressForbidden;
import org.vigie.seal.AgeFile;
import org.vigie.seal.HybridKey;
import org.vigie.seal.Identity;
import org.vigie.seal.Recipient;
import org.vigie.seal.X25519Key;

/**
 * Does what the commands for files do: each once, for the classes that only the command line needs,
 * and their work in memory, often, so that the start-up cache knows which code becomes hot. A
 * command then compiles it at once instead of finding out.
 */
@SuppressForbidden(reason = "what the commands print is thrown away")
final class Rehearsal {

  private static final int PLAIN = 16 << 20;
  private static final int TURNS = 12;
  private static final int MESSAGES = 60_000;
  private static final DateTimeFormatter HEAD =
      DateTimeFormatter.ofPattern("'['dd/MM/uuuu, HH:mm:ss'] '", Locale.ROOT);

  private Rehearsal() {}

  static void run() throws IOException, Refusal {
    var random = new SecureRandom();
    try (var hybrid = HybridKey.generate(random);
        var classical = X25519Key.generate(random)) {
      sealAndOpen(hybrid.recipient(), hybrid, 1);
      sealAndOpen(classical.recipient(), classical, TURNS);
    }
    var chat = chat();
    for (var turn = 0; turn < TURNS; turn++) {
      var lines = new MessageLines(OutputStream.nullOutputStream(), false);
      Exports.read(new BytesSource(chat), ReadOptions.NONE, lines);
      lines.flush();
    }
    var usual = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      commands();
    } finally {
      System.setOut(usual);
    }
  }

  private static void commands() throws IOException {
    var folder = Files.createTempDirectory("vigie-rehearsal");
    var chat = folder.resolve("chat.txt");
    var sealed = folder.resolve("chat.txt.age");
    var key = folder.resolve("key.txt");
    var opened = folder.resolve("opened.txt");
    try (var hybrid = HybridKey.generate(new SecureRandom())) {
      Files.write(chat, chat());
      Files.writeString(key, hybrid.text());
      CommandLineOfVigie.run("read", chat.toString());
      CommandLineOfVigie.run("seal", "-r", hybrid.recipient().text(), chat.toString());
      CommandLineOfVigie.run(
          "open", "-i", key.toString(), "-o", opened.toString(), sealed.toString());
      CommandLineOfVigie.run("help", "seal");
    } finally {
      for (var file : List.of(opened, sealed, chat, key, folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void sealAndOpen(Recipient recipient, Identity identity, int turns)
      throws IOException, Refusal {
    var plain = new byte[PLAIN];
    var sealed = new ByteArrayOutputStream(PLAIN + (PLAIN >> 8));
    for (var turn = 0; turn < turns; turn++) {
      sealed.reset();
      try (var sealing = AgeFile.sealTo(sealed, List.of(recipient))) {
        sealing.transferFrom(new ByteArrayInputStream(plain));
      }
      var in = new ByteArrayInputStream(sealed.toByteArray());
      try (var opening = AgeFile.open(in, List.of(identity))) {
        opening.transferTo(OutputStream.nullOutputStream());
      }
    }
  }

  private static byte[] chat() {
    var chat = new StringBuilder();
    var time = LocalDateTime.of(2021, 1, 15, 8, 0);
    for (var i = 0; i < MESSAGES; i++) {
      time = time.plusSeconds(97);
      chat.append(HEAD.format(time));
      switch (i % 12) {
        case 0 -> chat.append("Swallow: \u200E<attached: ").append(i).append("-PHOTO.jpg>\n");
        case 1 -> chat.append("Лампа: Я позвоню завтра утром.\nКак договорились.\n");
        case 2 -> chat.append("+852 5555 0134: 今天晚上你在哪里？\n");
        default -> chat.append("Swallow: See you at the café at six?\n");
      }
    }
    return chat.toString().getBytes(StandardCharsets.UTF_8);
  }
}
