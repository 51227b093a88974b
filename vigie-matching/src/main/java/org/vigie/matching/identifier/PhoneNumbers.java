package org.vigie.matching.identifier;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers as people of a region write them. Digits of every script count as digits. */
final class PhoneNumbers {

  static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
  private static final String NOWHERE = "ZZ";
  private static final Pattern EXTENSION =
      Pattern.compile(
          "[\\s,;/]*(?:poste|доб\\.?|внутр\\.?|вн\\.?|داخلی|داخلي|分机|分機|转|轉|dahili|x|ext\\.?)"
              + "\\s*[:.]?\\s*\\p{Nd}{1,7}\\s*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern LOOKS_LIKE_A_NUMBER =
      Pattern.compile(
          "(?:tel:)?[\\s\\p{Z}+＋(]*\\p{Nd}(?:[\\p{Nd}\\s\\p{Z}()（）\\[\\]./,~\\p{Pd}\u2212\u30fc]|;ext=|#)*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DATE =
      Pattern.compile("(?:19|20)\\d\\d[01]\\d[0-3]\\d|[0-3]\\d[01]\\d(?:19|20)\\d\\d");

  private PhoneNumbers() {}

  /** Whether {@code raw} holds nothing but what a number is written with. */
  static boolean mayBe(String raw) {
    var bare = EXTENSION.matcher(Invisible.removed(raw).strip()).replaceFirst("");
    return LOOKS_LIKE_A_NUMBER.matcher(bare).matches()
        && bare.codePoints().filter(Character::isDigit).count() >= 5;
  }

  static Reading read(String raw, @Nullable String region) {
    var bare = EXTENSION.matcher(Invisible.removed(raw).strip()).replaceFirst("");
    if (!mayBe(bare)) {
      return new Reading.Unreadable("identifier.number-unreadable");
    }
    var number = parsed(bare, region);
    if (number == null) {
      return new Reading.Unreadable(
          region == null && !isInternational(bare)
              ? "identifier.number-needs-region"
              : "identifier.number-unreadable");
    }
    return new Reading.Read(identifier(number));
  }

  static PhoneNumber identifier(Phonenumber.PhoneNumber number) {
    return new PhoneNumber(UTIL.format(number, PhoneNumberUtil.PhoneNumberFormat.E164));
  }

  /** The number that {@code raw} writes, or null when its length fits no numbering plan. */
  static Phonenumber.@Nullable PhoneNumber parsed(String raw, @Nullable String region) {
    var where = region == null ? NOWHERE : region.toUpperCase(Locale.ROOT);
    var number = attempt(raw, where);
    var digits = asciiDigits(raw);
    // 00 is dialled before a country code nearly everywhere, also where the plan has another prefix
    if (number == null && digits.startsWith("00")) {
      number = attempt("+" + digits.substring(2), NOWHERE);
    }
    return number;
  }

  private static Phonenumber.@Nullable PhoneNumber attempt(String raw, String region) {
    try {
      var number = UTIL.parse(plainGaps(raw), region);
      return isWhole(number, isInternational(raw)) ? number : null;
    } catch (NumberParseException unreadable) {
      return null;
    }
  }

  /** Every kind of space and dash as the one that every reader knows. */
  static String plainGaps(String raw) {
    return raw.replaceAll("\\p{Z}", " ").replaceAll("\\p{Pd}", "-");
  }

  private static boolean isWhole(Phonenumber.PhoneNumber number, boolean international) {
    var length = UTIL.isPossibleNumberWithReason(number);
    return length == ValidationResult.IS_POSSIBLE
        || (international && length == ValidationResult.IS_POSSIBLE_LOCAL_ONLY);
  }

  static boolean isInternational(String raw) {
    var digits = asciiDigits(raw);
    return digits.startsWith("+") || digits.startsWith("00");
  }

  /**
   * Whether a number found in running text is surely one. Digits that only fit a plan by their
   * length are many things; a plus sign, a trunk prefix or a valid range says that it is meant.
   */
  static boolean isMeant(Phonenumber.PhoneNumber number, String raw, @Nullable String region) {
    if (!isWhole(number, isInternational(raw))) {
      return false;
    }
    var digits = asciiDigits(raw);
    if (isInternational(raw) || UTIL.isValidNumber(number) || isAbroad(number, region)) {
      return !DATE.matcher(digits).matches();
    }
    if (region == null) {
      return false;
    }
    var trunk = UTIL.getNddPrefixForRegion(region.toUpperCase(Locale.ROOT), true);
    return (trunk == null || trunk.isEmpty())
        ? isOfUsualLength(digits, region) && !DATE.matcher(digits).matches()
        : digits.startsWith(trunk);
  }

  /** Whether the digits held another country's code, so that an exit code was dialled. */
  private static boolean isAbroad(Phonenumber.PhoneNumber number, @Nullable String region) {
    return region != null
        && UTIL.getCountryCodeForRegion(region.toUpperCase(Locale.ROOT)) != number.getCountryCode();
  }

  private static boolean isOfUsualLength(String digits, String region) {
    var example =
        UTIL.getExampleNumberForType(
            region.toUpperCase(Locale.ROOT), PhoneNumberUtil.PhoneNumberType.MOBILE);
    return example != null
        && UTIL.getNationalSignificantNumber(example).length() == digits.length();
  }

  /** The digits in ASCII, with a leading plus sign if there is one. */
  static String asciiDigits(String raw) {
    var digits = new StringBuilder();
    raw.codePoints()
        .forEach(c -> {
          if (Character.isDigit(c)) {
            digits.append((char) ('0' + Character.digit(c, 10)));
          } else if (digits.isEmpty() && (c == '+' || c == '＋')) {
            digits.append('+');
          }
        });
    return digits.toString();
  }
}
