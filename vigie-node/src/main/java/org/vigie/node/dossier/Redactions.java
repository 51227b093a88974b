package org.vigie.node.dossier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.vigie.evidence.redaction.AudioSilencer;
import org.vigie.evidence.redaction.WavSilencer;
import org.vigie.imports.BytesSource;
import org.vigie.imports.cage.CageJob;
import org.vigie.imports.picture.Box;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.CageRefused;
import org.vigie.node.cage.VoiceMask;
import org.vigie.node.exhibit.CustodyNoted;
import org.vigie.node.exhibit.Exhibit;
import org.vigie.node.exhibit.ExhibitDerived;
import org.vigie.node.exhibit.ExhibitReceived;
import org.vigie.node.exhibit.Exhibits;
import org.vigie.register.OpenRegister;

/**
 * Makes copies of exhibits in which parts are covered for good. The original stays as it was
 * received; the copy is made of what is left, so that nothing under a bar can be had back from it.
 * Safe for use by several threads.
 */
public final class Redactions {

  /** Columns of the grid over a picture. */
  public static final int COLUMNS = 8;

  private static final int MOST_IN_MEMORY = 96 * 1024 * 1024;
  private static final int LONGEST_SIDE = 4096;
  private static final int MOST_ROWS = 16;

  private final Supplier<Cage> cage;
  private final Supplier<VoiceMask> mask;
  private final SecureRandom random;

  /** Copies with identifiers from {@code random}; pictures are made in {@code cage}. */
  public Redactions(Supplier<Cage> cage, Supplier<VoiceMask> mask, SecureRandom random) {
    this.cage = cage;
    this.mask = mask;
    this.random = random;
  }

  /** How parts of an exhibit can be covered. */
  public enum Way {
    /** Messages or lines. */
    TEXT,
    /** Parts of a picture. */
    PICTURE,
    /** Spans of a recording. */
    SOUND,
    /** Spans of a recording that can only be written anew, its voice masked. */
    VOICE,
    /** Not here. */
    NONE
  }

  /** How parts of {@code exhibit} can be covered. */
  public static Way way(Exhibit exhibit) {
    if (exhibit.derived("messages").isPresent() || exhibit.derived("text").isPresent()) {
      return Way.TEXT;
    }
    if (exhibit.derived("preview").isPresent()) {
      return Way.PICTURE;
    }
    var type = exhibit.received().file().mediaType();
    if (!type.startsWith("audio/") || exhibit.received().bytes().length() > MOST_IN_MEMORY) {
      return Way.NONE;
    }
    return type.equals("audio/wav") ? Way.SOUND : Way.VOICE;
  }

  /** The words of an exhibit that is covered as text. */
  public Legible legible(OpenRegister file, Exhibit exhibit) throws Refusal, IOException {
    var messages = exhibit.derived("messages");
    if (messages.isPresent()) {
      return Legible.messages(bytes(file, messages.get().bytes()));
    }
    var text = exhibit.derived("text").orElseThrow(DossierRefused::uncoverable);
    return Legible.lines(bytes(file, text.bytes()));
  }

  /**
   * A copy of the words without these units.
   *
   * @param label says that something was covered, in the language of the dossier
   */
  public ExhibitDerived text(OpenRegister file, Exhibit exhibit, List<Integer> units, String label)
      throws Refusal, IOException {
    var covered = legible(file, exhibit).covered(new TreeSet<>(units), label);
    var plan = new CoverPlan(units, List.of(), List.of(), List.of());
    return keep(file, exhibit, covered, "text/plain", "lines", plan);
  }

  /** Rows of the grid over the picture of {@code exhibit}. */
  public static int rows(Exhibit exhibit) {
    var size = size(exhibit);
    var rows = Math.round((float) COLUMNS * size.height() / size.width());
    return Math.clamp(rows, 2, MOST_ROWS);
  }

  /** Width and height, upright. */
  private record Size(int width, int height) {}

  /** What the cage said of the picture, put upright as it is shown. */
  private static Size size(Exhibit exhibit) {
    var report = exhibit.derived("preview").map(ExhibitDerived::report).orElse("");
    var facts = Facts.of(report);
    var width = facts.number("width");
    var height = facts.number("height");
    var turned =
        width > height != facts.number("shown-width") > facts.number("shown-height")
            && width != height;
    return turned ? new Size(height, width) : new Size(width, height);
  }

  /** Pixels of the preview, so that a page knows the room it takes: {@code width}, then height. */
  public static List<Integer> shown(Exhibit exhibit) {
    var report = exhibit.derived("preview").map(ExhibitDerived::report).orElse("");
    var facts = Facts.of(report);
    return List.of(facts.number("shown-width"), facts.number("shown-height"));
  }

  /** A copy of the picture without these parts and without metadata. */
  ExhibitDerived picture(OpenRegister file, Exhibit exhibit, CoverPlan plan)
      throws Refusal, IOException {
    if (way(exhibit) != Way.PICTURE) {
      throw DossierRefused.uncoverable();
    }
    var size = size(exhibit);
    var rows = rows(exhibit);
    var boxes = new ArrayList<Box>();
    for (var cell : plan.cells()) {
      var column = (cell - 1) % COLUMNS;
      var row = (cell - 1) / COLUMNS;
      if (cell >= 1 && row < rows) {
        boxes.add(box(size, column, column + 1, COLUMNS, row, row + 1, rows));
      }
    }
    for (var area : plan.areas()) {
      var right = area.left() + area.width();
      boxes.add(box(size, area.left(), right, 100, area.top(), area.top() + area.height(), 100));
    }
    var out = new ByteArrayOutputStream();
    var source = new BytesSource(bytes(file, exhibit.received().bytes()));
    cage.get().run(CageJob.redactImage(LONGEST_SIDE, boxes), source, out);
    return keep(file, exhibit, out.toByteArray(), "image/png", "picture", plan);
  }

  /** A box widened to whole pixels, so that nothing shines through between two cells. */
  private static Box box(Size size, int x0, int x1, int across, int y0, int y1, int down) {
    var left = (int) Math.floor((double) size.width() * x0 / across);
    var top = (int) Math.floor((double) size.height() * y0 / down);
    var right = (int) Math.ceil((double) size.width() * x1 / across);
    var bottom = (int) Math.ceil((double) size.height() * y1 / down);
    return new Box(left, top, right - left, bottom - top);
  }

  /** Whether voices can be masked on this machine. */
  boolean masks() {
    return mask.get().there();
  }

  private byte[] masked(byte[] recording) throws DossierRefused, IOException {
    try {
      return mask.get().mask(recording);
    } catch (CageRefused unread) {
      throw DossierRefused.voiceUnmasked();
    }
  }

  /** A copy of the recording in which these spans are silent, without metadata. */
  ExhibitDerived sound(OpenRegister file, Exhibit exhibit, CoverPlan plan)
      throws Refusal, IOException {
    var way = way(exhibit);
    if (way != Way.SOUND && !(way == Way.VOICE && plan.masked())) {
      throw DossierRefused.uncoverable();
    }
    var silences =
        plan.spans().stream()
            .map(span ->
                new AudioSilencer.Interval(
                    Duration.ofMillis(span.from()), Duration.ofMillis(span.to())))
            .toList();
    var original = bytes(file, exhibit.received().bytes());
    var heard = plan.masked() ? masked(original) : original;
    var silent = new WavSilencer().silence(heard, silences);
    var how = plan.masked() ? "voice, " + mask.get().tool() : "sound";
    return keep(file, exhibit, silent, "audio/wav", how, plan);
  }

  private ExhibitDerived keep(
      OpenRegister file,
      Exhibit exhibit,
      byte[] bytes,
      String mediaType,
      String how,
      CoverPlan plan)
      throws Refusal, IOException {
    var stored = file.storeBlob(new ByteArrayInputStream(bytes), bytes.length);
    var copy =
        new ExhibitDerived(
            freshId(),
            exhibit.id(),
            Copy.KIND,
            new ExhibitReceived.Bytes(
                stored.id().value(), stored.length(), stored.sha256(), stored.sha512()),
            mediaType,
            "vigie-redaction " + how,
            plan.json());
    var exhibits = Exhibits.of(file);
    exhibits.derive(copy);
    exhibits.note(new CustodyNoted(exhibit.id(), "covered", "", stored.sha256(), ""));
    return copy;
  }

  /** What the copy {@code id} covers; nothing where there is no such copy. */
  static CoverPlan plan(Exhibit exhibit, String id) {
    return copy(exhibit, id).map(made -> CoverPlan.of(made.report())).orElse(CoverPlan.NOTHING);
  }

  /** The copy with this identifier. */
  public static Optional<ExhibitDerived> copy(Exhibit exhibit, String id) {
    return exhibit.derived().stream()
        .map(Exhibit.Derived::made)
        .filter(made -> made.kind().equals(Copy.KIND) && made.derived().equals(id))
        .findFirst();
  }

  private static byte[] bytes(OpenRegister file, ExhibitReceived.Bytes bytes)
      throws Refusal, IOException {
    if (bytes.length() > MOST_IN_MEMORY) {
      throw DossierRefused.uncoverable();
    }
    try (var in = file.openBlob(new BlobId(bytes.blob()))) {
      return in.readAllBytes();
    }
  }

  private String freshId() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Short values that the cage said beside its bytes. */
  private record Facts(Map<String, String> values) {

    static Facts of(String report) {
      var values = new java.util.HashMap<String, String>();
      var found =
          java.util.regex.Pattern.compile("\"([a-z-]{1,20})\"\\s*:\\s*\"([0-9]{1,6})\"")
              .matcher(report);
      while (found.find()) {
        values.put(found.group(1), found.group(2));
      }
      return new Facts(values);
    }

    int number(String name) {
      return Math.max(1, Integer.parseInt(values.getOrDefault(name, "1")));
    }
  }
}
