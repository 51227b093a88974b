package org.vigie.matching.share;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What was asked of a share host, by day, account and incident: written and on the disk before an
 * answer is computed, so that a crash uses a budget up and never gives one back. Lines older than
 * thirty days go at the next start; how many elements were answered with this key stays.
 */
final class ShareSpent implements AutoCloseable {

  private static final String FILE = "spent";
  private static final String CHANGED = "changed";
  private static final int MONTH = 30;

  private final List<Line> lines;
  private final FileChannel channel;
  private long total;
  private long lastDay;

  private ShareSpent(List<Line> lines, long total, FileChannel channel) {
    this.lines = lines;
    this.total = total;
    this.channel = channel;
    this.lastDay = lines.stream().mapToLong(Line::day).max().orElse(0);
  }

  private record Line(long day, String account, String incident, int count) {

    String text() {
      return day + " " + account + " " + incident + " " + count + "\n";
    }
  }

  /** Reads what stands in {@code folder}; a last line that was cut short was never answered. */
  static ShareSpent in(Path folder, long today) throws IOException {
    var file = folder.resolve(FILE);
    var lines = new ArrayList<Line>();
    var total = 0L;
    if (Files.exists(file)) {
      var text = Files.readString(file, StandardCharsets.US_ASCII);
      for (var line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
        var words = line.split(" ", -1);
        if (words[0].equals("before")) {
          total = Long.parseLong(words[1]);
        } else if (words[0].equals(CHANGED)) {
          total = 0;
        } else {
          var one =
              new Line(Long.parseLong(words[0]), words[1], words[2], Integer.parseInt(words[3]));
          total += one.count();
          lines.add(one);
        }
      }
    }
    var newest = Math.max(today, lines.stream().mapToLong(Line::day).max().orElse(0));
    lines.removeIf(line -> line.day() <= newest - MONTH);
    return new ShareSpent(lines, total, begun(folder, lines, total));
  }

  private static FileChannel begun(Path folder, List<Line> lines, long total) throws IOException {
    var file = folder.resolve(FILE);
    var part = folder.resolve(FILE + ".part");
    var text = new StringBuilder();
    text.append("before ").append(total - lines.stream().mapToLong(Line::count).sum()).append('\n');
    lines.forEach(line -> text.append(line.text()));
    try (var fresh =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      append(fresh, text.toString());
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  private static void append(FileChannel channel, String text) throws IOException {
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  /** How many elements may be answered today; a clock set back makes no new day. */
  int room(ShareAsk ask, ShareLimits limits, long today) {
    var day = Math.max(today, lastDay);
    var account = 0;
    var month = 0;
    var house = 0;
    var incident = 0;
    for (var line : lines) {
      var mine = line.account().equals(ask.account());
      var now = line.day() == day;
      var recent = line.day() > day - MONTH;
      account += mine && now ? line.count() : 0;
      month += mine && recent ? line.count() : 0;
      house += now ? line.count() : 0;
      incident += recent && line.incident().equals(ask.incident()) ? line.count() : 0;
    }
    var room = Math.min(limits.accountDay() - account, limits.accountMonth() - month);
    room = Math.min(room, Math.min(limits.houseDay() - house, limits.incident() - incident));
    return Math.max(0, room);
  }

  /** Keeps that {@code count} elements are about to be answered. */
  void spend(ShareAsk ask, int count, long today) throws IOException {
    var line = new Line(Math.max(today, lastDay), ask.account(), ask.incident(), count);
    append(channel, line.text());
    lines.add(line);
    total += count;
    lastDay = line.day();
  }

  /** Counts from nothing, for another key; what accounts have used stays used. */
  void restart() throws IOException {
    append(channel, CHANGED + "\n");
    total = 0;
  }

  /** Elements answered with this key. */
  long total() {
    return total;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
