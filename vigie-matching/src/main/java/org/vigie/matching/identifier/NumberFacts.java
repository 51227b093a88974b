package org.vigie.matching.identifier;

import com.google.i18n.phonenumbers.Phonenumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the digits of a number tell, and what they cannot. Worked out from the numbering plan alone:
 * nobody is asked, nothing is called, so nobody learns of the interest in the number.
 *
 * @param raw as displayed to the person
 * @param e164 the number in E.164 form, or null when it cannot be read
 * @param region two letters of the plan the number belongs to, or null when unknown
 * @param type what the plan sets the range aside for
 * @param inPlan whether the plan assigns the range at all; a number out of plan may be forged
 * @param displayMasked whether the display hid the number
 * @param portability message key: whether the first operator may be told from the digits
 * @param cannotTell message keys of what no number tells, in the order to show them
 * @param cautions message keys of what to beware of with this very number
 */
public record NumberFacts(
    String raw,
    @Nullable String e164,
    @Nullable String region,
    LineType type,
    boolean inPlan,
    boolean displayMasked,
    String portability,
    List<String> cannotTell,
    List<String> cautions) {

  private static final List<String> CANNOT_TELL =
      List.of(
          "number.cannot-tell.holder",
          "number.cannot-tell.place",
          "number.cannot-tell.operator",
          "number.cannot-tell.in-use",
          "number.cannot-tell.forged");
  private static final Set<String> MASKED =
      Set.of(
          "masqué",
          "numéro masqué",
          "appel masqué",
          "anonyme",
          "inconnu",
          "numéro inconnu",
          "privé",
          "numéro privé",
          "private",
          "private number",
          "no caller id",
          "caller id hidden",
          "withheld",
          "number withheld",
          "unknown",
          "unknown number",
          "anonymous",
          "restricted",
          "blocked",
          "скрытый номер",
          "номер скрыт",
          "неизвестный",
          "未知号码",
          "未知來電",
          "隐藏号码",
          "私人号码",
          "无来电显示",
          "رقم خاص",
          "رقم مجهول",
          "شماره ناشناس",
          "شماره خصوصی",
          "gizli numara",
          "bilinmeyen numara",
          "жасырын нөмір");

  /** Keeps its own copies of the lists. */
  public NumberFacts {
    cannotTell = List.copyOf(cannotTell);
    cautions = List.copyOf(cautions);
  }

  /**
   * Works out the facts.
   *
   * @param raw as displayed: a number in any writing, or the words a phone shows when it is hidden
   * @param region two letters, where nationally written numbers are from; null if nobody said
   */
  public static NumberFacts of(String raw, @Nullable String region) {
    var shown = Invisible.trimmed(raw);
    if (MASKED.contains(shown.toLowerCase(Locale.ROOT))) {
      return unread(raw, true);
    }
    var number = PhoneNumbers.mayBe(shown) ? PhoneNumbers.parsed(shown, region) : null;
    return number == null ? unread(raw, shown.contains("*")) : read(raw, number);
  }

  /** Message key of whether the number is in use: unknown, until a person says what they saw. */
  public String status() {
    return "number.status.unknown";
  }

  private static NumberFacts unread(String raw, boolean masked) {
    return new NumberFacts(
        raw,
        null,
        null,
        LineType.UNKNOWN,
        false,
        masked,
        "number.portability.unknown",
        CANNOT_TELL,
        masked ? List.of("number.caution.masked") : List.of("number.caution.unreadable"));
  }

  private static NumberFacts read(String raw, Phonenumber.PhoneNumber number) {
    var util = PhoneNumbers.UTIL;
    var region = util.getRegionCodeForNumber(number);
    if (region == null) {
      var first = util.getRegionCodeForCountryCode(number.getCountryCode());
      // A code shared by several countries does not say which
      region =
          util.getRegionCodesForCountryCode(number.getCountryCode()).size() == 1 ? first : null;
    }
    if ("001".equals(region) || "ZZ".equals(region)) {
      region = null;
    }
    var type = LineType.of(util.getNumberType(number));
    return new NumberFacts(
        raw,
        PhoneNumbers.identifier(number).e164(),
        region,
        type,
        util.isValidNumber(number),
        false,
        portability(region),
        CANNOT_TELL,
        cautions(number, type, util.isValidNumber(number)));
  }

  private static String portability(@Nullable String region) {
    if (region == null) {
      return "number.portability.unknown";
    }
    return PhoneNumbers.UTIL.isMobileNumberPortableRegion(region)
        ? "number.portability.ported"
        : "number.portability.first-assignment";
  }

  private static List<String> cautions(
      Phonenumber.PhoneNumber number, LineType type, boolean inPlan) {
    var cautions = new ArrayList<String>();
    if (!inPlan) {
      cautions.add("number.caution.out-of-plan");
    }
    switch (number.getCountryCode()) {
      case 852 -> cautions.add("number.caution.hong-kong");
      case 33 -> cautions.add("number.caution.france");
      default -> {}
    }
    if (type == LineType.VOIP) {
      cautions.add("number.caution.voip");
    }
    return cautions;
  }
}
