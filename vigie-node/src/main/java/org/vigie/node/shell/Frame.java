package org.vigie.node.shell;

import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vigie.kernel.Language;
import org.vigie.kernel.PartialDate;
import org.vigie.kernel.SuppressForbidden;

/**
 * What every template gets: the words of the page's language and what the frame around it needs.
 * One for each page that is written.
 */
@SuppressForbidden(reason = "the formatter gets its locale in the same breath")
public final class Frame {

  private final Visit visit;
  private final Messages messages;
  private final List<NavItem> navigation;
  private final List<Beacon> beacons;
  private final SecureRandom random;
  private final String leave;
  private final int kept;

  Frame(
      Visit visit,
      Messages messages,
      List<NavItem> navigation,
      List<Beacon> beacons,
      SecureRandom random,
      String leave,
      int kept) {
    this.visit = visit;
    this.messages = messages;
    this.navigation = navigation;
    this.beacons = beacons;
    this.random = random;
    this.leave = leave;
    this.kept = kept;
  }

  /** The sentence {@code key}, filled with {@code details}. */
  public String t(String key, Object... details) {
    return messages.text(visit.language(), key, details);
  }

  /** The sentence for a number of things: {@code key.one} or {@code key.other}. */
  public String count(String key, long number) {
    return messages.count(visit.language(), key, number);
  }

  /** The sentence of a notice. */
  public String t(Notice notice) {
    return t(notice.key(), notice.details().toArray());
  }

  /** Whether anybody wrote the sentence {@code key}. */
  public boolean has(String key) {
    return messages.has(Language.EN, key);
  }

  /** The page's language. */
  public Language language() {
    return visit.language();
  }

  /** Whether the page's language is only partly translated and not yet reviewed. */
  public boolean partial() {
    return language() != Language.EN && language() != Language.FR;
  }

  /** Languages the switch offers. */
  public List<Language> languages() {
    return Visits.OFFERED;
  }

  /** A date as precisely as it is known, in words of the page's language. */
  public String date(PartialDate date) {
    var locale =
        visit.language() == Language.EN
            ? Locale.UK // the day first, as everywhere around the houses
            : Locale.forLanguageTag(visit.language().tag());
    var day = date.earliest();
    var text =
        switch (date.precision()) {
          case "year" -> Integer.toString(day.getYear());
          case "month" -> DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(day);
          case "day" ->
              DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).localizedBy(locale).format(day);
          default ->
              DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).localizedBy(locale).format(day)
                  + " "
                  + date.text().substring(date.text().length() - 5);
        };
    return date.estimated() ? t("shell.date.about", text) : text;
  }

  /** A day, in words of the page's language. */
  public String day(java.time.Instant instant) {
    return date(new PartialDate(instant.atOffset(ZoneOffset.UTC).toLocalDate().toString()));
  }

  /** The address of this page. */
  public String path() {
    return visit.path();
  }

  /** Whether keys are open in this session. */
  public boolean open() {
    return visit.state() == Session.State.OPEN;
  }

  /** The roles of whoever is signed in; empty for nobody. */
  public Set<Role> roles() {
    return visit.member().map(SignedIn::roles).orElse(Set.of());
  }

  /** Navigation of whoever is signed in; empty for nobody. */
  public List<NavItem> nav() {
    return open() ? navigation.stream().filter(item -> item.shownTo(roles())).toList() : List.of();
  }

  /** Whether {@code item} leads to this page or to one above it. */
  public boolean here(NavItem item) {
    return path().equals(item.path()) || path().startsWith(item.path() + "/");
  }

  /** The token that every form posts as its first field; asking for it begins a session. */
  public String formToken() {
    return Visits.formToken(visit.session());
  }

  /** A name for one upload, for its progress page. */
  public String uploadId() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** What stands at the head of every page of whoever is signed in, but the one that says more. */
  public List<Beacon.Lit> beacons() {
    return !open()
        ? List.of()
        : beacons.stream()
            .flatMap(one -> one.lit(roles()).stream())
            .filter(lit -> !path().equals(lit.path()))
            .toList();
  }

  /** Sentences left by the request before, once. */
  public List<Notice> notices() {
    return visit.existing().map(Session::takeNotices).orElse(List.of());
  }

  /** How many forms wait that came while the session was locked. */
  public int kept() {
    return kept;
  }

  /** Where Leave leads. */
  public String leave() {
    return leave;
  }

  /** The first sentence that exists of {@code keys}. */
  public Optional<String> first(String... keys) {
    for (var key : keys) {
      if (has(key)) {
        return Optional.of(t(key));
      }
    }
    return Optional.empty();
  }
}
