package org.vigie.node.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.kernel.Language;
import org.vigie.kernel.Secret;
import org.vigie.matching.identifier.Identifiers;
import org.vigie.matching.identifier.PhoneNumber;
import org.vigie.matching.identifier.Reading;
import org.vigie.matching.text.ExactTextIndex;
import org.vigie.matching.text.TextMatcher;
import org.vigie.matching.text.TextSketcher;
import org.vigie.node.incident.Taxonomy;

/** What the contract promises of the demo house, promise by promise. */
class StoryTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Story STORY = Story.on(TODAY);

  @Test
  void holds_twelve_cases_in_seven_languages() {
    assertThat(STORY.cases()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(STORY.cases().stream().map(file -> file.telling().language()))
        .contains(
            Language.FR,
            Language.EN,
            Language.UG,
            Language.BO,
            Language.ZH_HANS,
            Language.RU,
            Language.UR);
  }

  @Test
  void glosses_every_account_in_english_and_french() {
    for (var file : STORY.cases()) {
      var telling = file.telling();
      assertThat(telling.words()).as(file.key()).hasSizeGreaterThan(100);
      assertThat(telling.gloss().english()).as(file.key()).hasSizeGreaterThan(100);
      assertThat(telling.gloss().french()).as(file.key()).hasSizeGreaterThan(100);
      assertThat(telling.gloss().english()).isNotEqualTo(telling.gloss().french());
    }
  }

  @Test
  void writes_each_account_in_the_script_of_its_language() {
    for (var file : STORY.cases()) {
      var scripts = new HashSet<Character.UnicodeScript>();
      file.telling()
          .words()
          .codePoints()
          .filter(Character::isLetter)
          .forEach(letter -> scripts.add(Character.UnicodeScript.of(letter)));
      var script =
          switch (file.telling().language()) {
            case UG, UR, FA, AR -> Character.UnicodeScript.ARABIC;
            case BO -> Character.UnicodeScript.TIBETAN;
            case ZH_HANS, ZH_HANT -> Character.UnicodeScript.HAN;
            case RU, KK -> Character.UnicodeScript.CYRILLIC;
            default -> Character.UnicodeScript.LATIN;
          };
      assertThat(scripts).as(file.key()).containsExactly(script);
    }
  }

  @Test
  void has_an_account_for_each_role_and_several_where_it_takes_several() {
    for (var role : Role.values()) {
      assertThat(STORY.accounts(role)).as(role.name()).isNotEmpty();
    }
    assertThat(STORY.accounts(Role.PERSON)).hasSizeGreaterThanOrEqualTo(3);
    assertThat(STORY.accounts(Role.CASEWORKER)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(STORY.accounts(Role.KEEPER)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(STORY.accounts().stream().map(DemoAccount::signIn))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+"));
  }

  @Test
  void names_only_caseworkers_and_note_writers_who_have_accounts() {
    var caseworkers = STORY.accounts(Role.CASEWORKER).stream().map(DemoAccount::signIn).toList();
    var accounts = STORY.accounts().stream().map(DemoAccount::signIn).toList();
    assertThat(STORY.cases()).allMatch(file -> caseworkers.contains(file.caseworker()));
    assertThat(notes()).allMatch(note -> accounts.contains(note.by()));
  }

  @Test
  void codes_every_incident_by_a_leaf_of_the_taxonomy() {
    for (var file : STORY.cases()) {
      assertThat(file.incidents()).as(file.key()).isNotEmpty();
      for (var incident : file.incidents()) {
        assertThat(Taxonomy.shipped().find(incident.leaf()))
            .as(incident.leaf())
            .hasValueSatisfying(act -> assertThat(act.isFamily()).isFalse());
        assertThat(incident.when().latest()).as(file.key()).isBeforeOrEqualTo(endOfThisMonth());
      }
    }
  }

  @Test
  void one_caller_links_exactly_three_cases_by_a_number_written_in_three_ways() {
    var caller = new PhoneNumber("+33639984017");
    var writings = new ArrayList<String>();
    for (var file : STORY.cases()) {
      for (var number : file.numbers()) {
        if (Identifiers.read(number.displayed(), "FR").equals(new Reading.Read(caller))) {
          writings.add(file.key() + " " + number.displayed());
        }
      }
    }
    assertThat(writings)
        .containsExactly("c01 +33 6 39 98 40 17", "c02 06.39.98.40.17", "c03 0033 639 984 017");
  }

  @Test
  void one_threat_script_links_exactly_two_cases_although_reworded() {
    var one = script("c04-whatsapp.zip");
    var other = script("c06-whatsapp.txt");
    assertThat(one).isNotEqualTo(other);
    assertThat(numbers("c04")).doesNotContainAnyElementsOf(numbers("c06"));

    var sketcher = new TextSketcher(Secret.take(new byte[32]), 1);
    var matcher = new TextMatcher(ExactTextIndex::new);
    var texts =
        STORY.chats().stream()
            .flatMap(chat -> chat.lines().stream())
            .map(ChatScript.Line::text)
            .filter(text -> text.length() > 20 && !text.equals(one))
            .toList();
    texts.forEach(text -> matcher.add(sketcher.sketch(text, List.of())));
    assertThat(
            matcher.query(sketcher.sketch(one, List.of()), TextMatcher.DEFAULT_THRESHOLD).stream()
                .map(match -> texts.get(match.text())))
        .containsExactly(other);
  }

  @Test
  void a_family_is_approached_then_odd_questions_then_direct_contact() {
    var steps = STORY.file("c05").incidents();
    assertThat(steps.stream().map(DemoIncident::step)).containsExactly(1, 2, 3);
    assertThat(steps.stream().map(DemoIncident::when)).isSorted();
    assertThat(steps.stream().map(DemoIncident::leaf))
        .containsExactly("proxy-relative-questioned", "proxy-relayed-message", "recruit-informant");
  }

  @Test
  void a_referral_went_in_a_circle() {
    assertThat(STORY.file("c08").notes())
        .filteredOn(note -> note.topic().equals("referral"))
        .hasSize(3)
        .last()
        .satisfies(note -> assertThat(note.text().english()).contains("gap-loop"));
  }

  @Test
  void a_residence_card_expires_within_120_days_of_any_today() {
    for (var today : List.of(TODAY, LocalDate.of(2028, 2, 29), LocalDate.of(2031, 12, 31))) {
      var end = today.plusDays(97);
      var file = Story.on(today).file("c09");
      assertThat(file.telling().words())
          .contains(String.valueOf(end.getDayOfMonth()), String.valueOf(end.getYear()));
      assertThat(file.notes()).anyMatch(note -> note.topic().equals("permit"));
    }
    var clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    assertThat(Story.on(clock)).isEqualTo(STORY);
    assertThat(STORY.file("c09").telling().words()).contains("27 février 2027");
    assertThat(STORY.file("c09").telling().gloss().english()).contains("27 February 2027");
  }

  @Test
  void a_detained_relative_is_ready_for_a_form_to_the_united_nations() {
    var relative = STORY.file("c10").relatives().getFirst();
    for (var text :
        List.of(
            relative.relation(),
            relative.where(),
            relative.by(),
            relative.steps(),
            relative.basis(),
            relative.consent())) {
      assertThat(text.english()).isNotBlank();
      assertThat(text.french()).isNotBlank();
    }
    assertThat(relative.handle()).isEqualTo("R1");
  }

  @Test
  void an_opening_night_is_under_pressure() {
    assertThat(STORY.file("c11").incidents().stream().map(DemoIncident::leaf))
        .containsExactly("coopt-host-pressure", "surveil-venue");
  }

  @Test
  void a_residency_has_an_exhibition_and_gatherings_have_different_doors() {
    assertThat(topic("residency").english()).contains("Exhibition");
    assertThat(topic("programme").english())
        .contains("open door", "invitation", "closed", "no photographs");
  }

  @Test
  void keeps_every_number_to_ranges_that_nobody_has() {
    var plans = PhoneNumberUtil.getInstance();
    var seen =
        Stream.concat(
                STORY.cases().stream()
                    .flatMap(file -> file.numbers().stream().map(DemoNumber::displayed)),
                STORY.chats().stream().map(ChatScript::them))
            .filter(number -> number.matches("[+0].*"))
            .toList();
    assertThat(seen).hasSizeGreaterThan(10);
    for (var number : seen) {
      assertThat(valid(plans, number)).as(number).isFalse();
    }
    for (var text : everyText()) {
      assertThat(plans.findNumbers(text, "FR")).as(text).isEmpty();
    }
  }

  @Test
  void hangs_every_day_on_today() {
    var later = Story.on(TODAY.plusYears(3));
    assertThat(later.file("c01").incidents().getFirst().when().earliest())
        .isEqualTo(TODAY.plusYears(3).minusDays(41));
    assertThat(everyText()).noneMatch(text -> text.contains("{day"));
  }

  private static boolean valid(PhoneNumberUtil plans, String number) {
    try {
      return plans.isValidNumber(plans.parse(number, "FR"));
    } catch (NumberParseException unknownCountry) {
      return false;
    }
  }

  private static LocalDate endOfThisMonth() {
    return TODAY.withDayOfMonth(TODAY.lengthOfMonth());
  }

  private static List<String> numbers(String key) {
    return STORY.file(key).numbers().stream().map(DemoNumber::displayed).toList();
  }

  private static String script(String file) {
    return STORY.chats().stream()
        .filter(chat -> chat.file().equals(file))
        .flatMap(chat -> chat.lines().stream())
        .map(ChatScript.Line::text)
        .filter(text -> text.startsWith("You "))
        .findFirst()
        .orElseThrow();
  }

  private static Bilingual topic(String topic) {
    return STORY.notes().stream()
        .filter(note -> note.topic().equals(topic))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static List<DemoNote> notes() {
    return Stream.concat(
            STORY.notes().stream(), STORY.cases().stream().flatMap(file -> file.notes().stream()))
        .toList();
  }

  private static List<String> everyText() {
    var texts = new ArrayList<String>();
    for (var file : STORY.cases()) {
      texts.add(file.telling().words());
      texts.add(file.telling().gloss().english());
      texts.add(file.telling().gloss().french());
      file.incidents().forEach(incident -> texts.add(incident.summary().english()));
    }
    notes().forEach(note -> texts.addAll(List.of(note.text().english(), note.text().french())));
    STORY.chats().forEach(chat -> chat.lines().forEach(line -> texts.add(line.text())));
    STORY.screens().forEach(screen -> texts.addAll(screen.bubbles()));
    return texts;
  }
}
