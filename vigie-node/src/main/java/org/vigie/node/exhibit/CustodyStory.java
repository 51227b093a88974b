package org.vigie.node.exhibit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.kernel.Language;
import org.vigie.node.shell.Messages;
import org.vigie.register.Author;

/**
 * Tells how an exhibit was kept, from its events, in one language and by roles, never by names: how
 * it came, who opened it and why, what was made from it with which version, and what is not known.
 * It claims nothing that no event says.
 */
public final class CustodyStory {

  /** Why somebody opened it, as they said. */
  public static final List<String> REASONS =
      List.of("support", "read", "translate", "dates", "filing", "safety", "check");

  private static final Set<String> ROLES = Set.of("person", "caseworker", "former", "machine");
  private static final Set<String> MADE =
      Set.of(
          "messages",
          "preview",
          "still",
          "text",
          "sound",
          "levels",
          "marks",
          "samples",
          "page",
          "paper",
          "claims");
  private static final Set<String> STEPS =
      Set.of("opened", "downloaded", "reverified", "exported", "prepared", "corrected", "covered");
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

  private final Messages messages;
  private final Language language;
  private final Function<Author, String> role;
  private final Scope scope;

  /** A teller; {@code role} gives the code of what an author does in the case. */
  public CustodyStory(
      Messages messages, Language language, Function<Author, String> role, Scope scope) {
    this.messages = messages;
    this.language = language;
    this.role = role;
    this.scope = scope;
  }

  /**
   * How much may be told.
   *
   * @param free whether what people wrote in their own words: who had it before, on which device,
   *     and reasons that are no code of ours; else it is said that they are left out
   * @param whole whether the bytes as received are open to the reader; else nothing is told that
   *     would let them try guesses at what is covered
   * @param copies SHA-256 of the copies with parts covered that the reader may know of
   * @param numbers what the reader knows an exhibit by, from its identifier; empty where they do
   *     not have it whole
   */
  public record Scope(
      boolean free,
      boolean whole,
      Predicate<String> copies,
      Function<String, Optional<String>> numbers) {

    /** Everything, for the case itself, with the numbers of its exhibits. */
    public static Scope ofCase(List<Exhibit> exhibits) {
      return new Scope(true, true, _ -> true, id -> Optional.of(number(exhibits, id)));
    }

    /** A number that is gone with its exhibit is not another one's. */
    private static String number(List<Exhibit> exhibits, String id) {
      return exhibits.stream()
          .filter(exhibit -> exhibit.id().equals(id))
          .map(exhibit -> Integer.toString(exhibit.number()))
          .findFirst()
          .orElse("–");
    }
  }

  /**
   * One sentence of the story.
   *
   * @param at when, to the minute in UTC; empty for what holds throughout
   * @param words the sentence
   */
  public record Line(String at, String words) {}

  /**
   * The story of one exhibit.
   *
   * @param origin how it came here, as far as anybody said
   * @param steps what happened since, oldest first
   * @param gaps what is not known
   */
  public record Told(List<Line> origin, List<Line> steps, List<Line> gaps) {}

  /** Tells of {@code exhibit} with what was kept beside it. */
  public Told of(Exhibit exhibit, List<Rendering> beside) {
    return new Told(origin(exhibit), steps(exhibit, beside), unknown(exhibit));
  }

  /** How {@code exhibit} came here, as far as anybody said. */
  public List<Line> origin(Exhibit exhibit) {
    var known = exhibit.received().provenance();
    var lines = new ArrayList<Line>();
    worded(lines, "exhibit.story.from", known.obtainedFrom());
    if (!known.obtainedAt().isEmpty()) {
      lines.add(line("exhibit.story.when", known.obtainedAt().replace("~", "± ")));
    }
    coded(lines, "exhibit.story.method.", known.method(), ObtainedCodes.METHODS);
    coded(lines, "exhibit.story.original.", known.original(), ObtainedCodes.ORIGINALS);
    worded(lines, "exhibit.story.device", known.device());
    coded(lines, "exhibit.story.recorder.", known.recorder(), ObtainedCodes.RECORDERS);
    coded(lines, "exhibit.story.authority.", known.authority(), ObtainedCodes.AUTHORITIES);
    return List.copyOf(lines);
  }

  /** What is left out is named as left out, or silence would pass for what nobody knows. */
  private void worded(List<Line> lines, String key, String words) {
    if (!unsaid(words)) {
      lines.add(scope.free() ? line(key, unended(words)) : line(key + ".withheld"));
    }
  }

  /** Somebody's words in the middle of a sentence that has its own end. */
  private static String unended(String words) {
    return words.strip().replaceFirst("[.。۔]+$", "");
  }

  private void coded(List<Line> lines, String prefix, String code, List<String> codes) {
    if (codes.contains(code)) {
      lines.add(line(prefix + code));
    }
  }

  /** A sentence with the moment it is ordered by. */
  private record Step(Instant at, Line line) {}

  private List<Line> steps(Exhibit exhibit, List<Rendering> beside) {
    var steps = new ArrayList<Step>();
    steps.add(received(exhibit));
    for (var item : exhibit.derived()) {
      var made = item.made();
      if (told(made)) {
        var hash = made.bytes().sha256().isEmpty() ? "–" : made.bytes().sha256();
        steps.add(step(item.at(), "exhibit.story.made." + kind(made), made.tool(), hash));
      }
    }
    for (var attempt : exhibit.unread()) {
      steps.add(step(attempt.at(), "exhibit.story.unread"));
    }
    exhibit.custody().forEach(step -> add(steps, step));
    for (var one : beside) {
      var hand = one.made().hand().role();
      var by = Set.of("person", "caseworker", "interpreter", "sworn", "other", "machine");
      var key = "exhibit.hand." + (by.contains(hand) ? hand : "unknown");
      steps.add(step(one.at(), "exhibit.story." + one.made().kind(), say(key), who(one.by())));
    }
    steps.sort(Comparator.comparing(Step::at));
    return steps.stream().map(Step::line).toList();
  }

  private static String kind(ExhibitDerived made) {
    var anew = CoveredCopies.anew(made);
    return anew.isEmpty() ? made.kind() : made.kind() + "." + anew;
  }

  private boolean told(ExhibitDerived made) {
    return made.kind().equals("redacted")
        ? scope.copies().test(made.bytes().sha256())
        : scope.whole() && MADE.contains(made.kind());
  }

  private Step received(Exhibit exhibit) {
    var bytes = exhibit.received().bytes();
    if (!scope.whole()) {
      return step(exhibit.at(), "exhibit.story.received.covered", who(exhibit.by()));
    }
    return step(
        exhibit.at(),
        "exhibit.story.received",
        who(exhibit.by()),
        Long.toString(bytes.length()),
        bytes.sha256());
  }

  private void add(List<Step> steps, Exhibit.Step one) {
    var noted = one.noted();
    var by = who(one.by());
    if (noted.action().equals("reason")) {
      steps.add(reason(one, by));
    } else if (noted.action().equals(Enclosures.ACTION)) {
      steps.add(enclosed(one, by));
    } else if (STEPS.contains(noted.action()) && mayBeTold(noted)) {
      steps.add(step(one.at(), "exhibit.story." + noted.action(), by));
    }
  }

  private Step reason(Exhibit.Step one, String by) {
    var why = one.noted().purpose();
    if (REASONS.contains(why)) {
      return step(one.at(), "exhibit.story.reason", by, say("exhibit.reason." + why));
    }
    return scope.free()
        ? step(one.at(), "exhibit.story.reason", by, why)
        : step(one.at(), "exhibit.story.reason.withheld", by);
  }

  /** From which exhibit it was taken; of one that the reader does not have, nothing but that. */
  private Step enclosed(Exhibit.Step one, String by) {
    return scope
        .numbers()
        .apply(Enclosures.from(one.noted()))
        .map(number -> step(one.at(), "exhibit.story.enclosed", by, number))
        .orElseGet(() -> step(one.at(), "exhibit.story.enclosed.outside", by));
  }

  /** Of copies, a reader learns of their own alone. */
  private boolean mayBeTold(CustodyNoted noted) {
    return !noted.action().equals("covered") || scope.copies().test(noted.sha256());
  }

  /** What nobody has said, and what nobody has measured. */
  private List<Line> unknown(Exhibit exhibit) {
    var lines = new ArrayList<Line>();
    gaps(exhibit).forEach(key -> lines.add(line(key)));
    var obtained = exhibit.received().provenance().obtainedAt();
    if (!obtained.isEmpty()) {
      var day = MINUTE.format(exhibit.at().atOffset(ZoneOffset.UTC));
      lines.add(line("exhibit.story.gap.before", obtained.replace("~", "± "), day));
    }
    var unexplained = Openings.withoutReason(exhibit.custody());
    if (unexplained > 0) {
      var counted = messages.count(language, "exhibit.story.gap.reason", unexplained);
      lines.add(new Line("", counted));
    }
    var measured =
        exhibit.custody().stream().anyMatch(s -> s.noted().action().equals("reverified"));
    lines.add(line(measured ? "exhibit.story.between" : "exhibit.story.gap.measured"));
    if (exhibit.intake() == null) {
      lines.add(line("exhibit.story.gap.log"));
    }
    lines.add(line("exhibit.unverified"));
    return List.copyOf(lines);
  }

  /** Keys of sentences about what is not known of how {@code exhibit} came. */
  public static List<String> gaps(Exhibit exhibit) {
    var known = exhibit.received().provenance();
    var gaps = new ArrayList<String>();
    gap(gaps, known.obtainedFrom(), "exhibit.gap.from");
    gap(gaps, known.method(), "exhibit.gap.method");
    gap(gaps, known.original(), "exhibit.gap.original");
    gap(gaps, known.obtainedAt(), "exhibit.gap.when");
    if (exhibit.kind().equals("audio") || exhibit.kind().equals("video")) {
      gap(gaps, known.recorder(), "exhibit.gap.recorder");
      gap(gaps, known.authority(), "exhibit.gap.authority");
    }
    return List.copyOf(gaps);
  }

  private static void gap(List<String> gaps, String value, String key) {
    if (unsaid(value)) {
      gaps.add(key);
    }
  }

  private static boolean unsaid(String value) {
    return value.isEmpty() || value.equals("unknown");
  }

  private String who(@Nullable Author author) {
    var code = author == null ? "former" : role.apply(author);
    return say("exhibit.story.role." + (ROLES.contains(code) ? code : "caseworker"));
  }

  private Step step(Instant at, String key, Object... details) {
    var minute = MINUTE.format(at.atOffset(ZoneOffset.UTC));
    return new Step(at, new Line(minute, messages.text(language, key, details)));
  }

  private Line line(String key, Object... details) {
    return new Line("", messages.text(language, key, details));
  }

  private String say(String key) {
    return messages.text(language, key);
  }
}
