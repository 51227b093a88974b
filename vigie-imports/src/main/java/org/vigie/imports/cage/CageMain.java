package org.vigie.imports.cage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.vigie.imports.DateOrder;
import org.vigie.imports.ImportLimits;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Source;
import org.vigie.imports.archive.Listed;
import org.vigie.imports.audio.AudioFacts;
import org.vigie.imports.audio.WavLevels;
import org.vigie.imports.claims.Claims;
import org.vigie.imports.detect.Contents;
import org.vigie.imports.detect.Enclosed;
import org.vigie.imports.detect.Exports;
import org.vigie.imports.json.ClaimsJson;
import org.vigie.imports.json.FilesJson;
import org.vigie.imports.json.MessageLines;
import org.vigie.imports.json.ReportJson;
import org.vigie.imports.pdf.PdfPages;
import org.vigie.imports.pdf.PdfText;
import org.vigie.imports.picture.Box;
import org.vigie.imports.picture.Paint;
import org.vigie.imports.picture.PictureSize;
import org.vigie.imports.picture.Pictures;

/** The program in the cage: one job on one document, then the end. */
public final class CageMain {

  private CageMain() {}

  /** Takes the job from standard input and sends the result to standard output. */
  public static void main(String[] args) throws IOException {
    var down = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    var up =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // Before the first byte of the document: whatever it does to us, we can start nothing.
    var filtered = SystemCallFilter.install();
    var job = CageProtocol.readJob(down);
    var source = new PipeSource(down, up, Long.parseLong(job.getOrDefault("length", "0")));
    var out = new FrameOutput(up, CageProtocol.OUTPUT);
    try {
      var facts = new TreeMap<>(run(job, source, out, up));
      facts.put("system-calls", filtered ? "filtered" : "open");
      out.flush();
      var body = CageProtocol.lines(facts);
      CageProtocol.send(up, CageProtocol.DONE, body, body.length);
    } catch (ImportRefused refused) {
      var text = new StringBuilder(refused.key());
      refused.details().forEach(d -> text.append('\n').append(d));
      var body = text.toString().getBytes(UTF_8);
      CageProtocol.send(up, CageProtocol.REFUSED, body, body.length);
    }
    up.flush();
  }

  private static Map<String, String> run(
      Map<String, String> job, Source source, OutputStream out, DataOutputStream up)
      throws ImportRefused, IOException {
    return switch (job.getOrDefault("job", "")) {
      case "read" -> read(job, source, out, up);
      case "image" -> Pictures.show(source, side(job), Paint.NOTHING, out);
      case "size" -> PictureSize.of(source);
      case "redact-image" -> Pictures.show(source, side(job), paint(job), out);
      case "text" -> PlainText.show(source, job.containsKey("escape"), out);
      case "audio" -> AudioFacts.of(source);
      case "claims" -> claims(job, source, up);
      case "levels" -> WavLevels.of(source);
      case "readings" -> {
        PdfText.writeReadings(source, out);
        yield Map.of();
      }
      case "page" -> PdfPages.show(source, number(job), side(job), out);
      case "files" -> files(source, out);
      case "enclosed" -> enclosed(job, source, out);
      case "enclosed-all" -> enclosedAll(job, source, out);
      default -> throw new IllegalArgumentException("no such job");
    };
  }

  private static Map<String, String> read(
      Map<String, String> job, Source source, OutputStream out, DataOutputStream up)
      throws ImportRefused, IOException {
    var lines = new MessageLines(out, true);
    var report = Exports.read(source, options(job), lines);
    lines.flush();
    out.flush();
    var text = new FrameOutput(up, CageProtocol.REPORT);
    ReportJson.write(report, text);
    text.flush();
    return Map.of();
  }

  private static Map<String, String> claims(
      Map<String, String> job, Source source, DataOutputStream up) throws IOException {
    var keys = new String(Base64.getDecoder().decode(job.getOrDefault("keys", "")), UTF_8);
    var text = new FrameOutput(up, CageProtocol.REPORT);
    ClaimsJson.write(Claims.of(source, keys.lines().toList()), text);
    text.flush();
    return Map.of();
  }

  private static Map<String, String> files(Source source, OutputStream out)
      throws ImportRefused, IOException {
    var held = Contents.of(source);
    FilesJson.write(held.files(), out);
    return Map.of(
        "files",
        Integer.toString(held.files().size()),
        "closed",
        Long.toString(held.files().stream().filter(Listed::closed).count()),
        "whole",
        held.whole() ? "yes" : "no",
        "paper",
        held.paper() ? "yes" : "no");
  }

  private static Map<String, String> enclosed(
      Map<String, String> job, Source source, OutputStream out) throws ImportRefused, IOException {
    var at = Long.parseLong(job.getOrDefault("at", "0"));
    Enclosed.copy(source, job.getOrDefault("name", ""), at, out);
    return Map.of();
  }

  private static Map<String, String> enclosedAll(
      Map<String, String> job, Source source, OutputStream out) throws ImportRefused, IOException {
    var wanted = new ArrayList<Enclosed.Wanted>();
    for (var file : job.getOrDefault("files", "").split(" ", -1)) {
      var colon = file.indexOf(':');
      var name = new String(Base64.getDecoder().decode(file.substring(colon + 1)), UTF_8);
      wanted.add(new Enclosed.Wanted(name, Long.parseLong(file.substring(0, colon))));
    }
    var most = Integer.parseInt(job.getOrDefault("most", "0"));
    var lengths = Enclosed.copyAll(source, wanted, most, out);
    return Map.of("lengths", String.join(" ", lengths.stream().map(String::valueOf).toList()));
  }

  private static ReadOptions options(Map<String, String> job) {
    var options = ReadOptions.NONE.withFormat(job.get("format"));
    for (var order : DateOrder.values()) {
      if (order.text().equals(job.get("date-order"))) {
        options = options.withDateOrder(order);
      }
    }
    var zone = job.get("zone");
    if (zone != null) {
      try {
        options = options.withZone(ZoneId.of(zone));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("no such zone", e);
      }
    }
    var most = Long.parseLong(job.getOrDefault("inflated", "0"));
    return most > 0 ? options.withLimits(ImportLimits.USUAL.withInflatedBytes(most)) : options;
  }

  private static int number(Map<String, String> job) {
    return Integer.parseInt(job.getOrDefault("number", "1"));
  }

  private static int side(Map<String, String> job) {
    return Integer.parseInt(job.getOrDefault("side", "1600"));
  }

  private static Paint paint(Map<String, String> job) {
    return new Paint(boxes(job, "boxes"), job.containsKey("plain"), boxes(job, "marks"));
  }

  private static List<Box> boxes(Map<String, String> job, String name) {
    var text = job.getOrDefault(name, "");
    return text.isEmpty()
        ? List.of()
        : Pattern.compile(" ").splitAsStream(text).map(Box::parse).toList();
  }
}
