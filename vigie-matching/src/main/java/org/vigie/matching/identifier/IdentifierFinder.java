package org.vigie.matching.identifier;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One search through one text: links first, then addresses, handles and numbers in what is left.
 */
final class IdentifierFinder {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String LABEL = "[\\p{L}\\p{N}\\p{M}](?:[\\p{L}\\p{N}\\p{M}\\-]{0,62})";
  private static final String DOT = "(?:\\.|\\[\\.\\])";
  private static final Pattern LINK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@._\\-])(?:h(?:tt|xx)ps?(?::|\\[:\\])//[^\\s<>\"«»“”]+"
              + "|www\\.[^\\s<>\"«»“”]+"
              // without a scheme only ASCII names: elsewhere a dot may just lack its space
              + "|[a-z0-9][a-z0-9\\-]{0,62}(?:\\.[a-z0-9\\-]{1,63}){0,4}\\.[a-z]{2,12}"
              + "/[^\\s<>\"«»“”]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE_DOMAIN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@._\\-/])(?:[a-z0-9][a-z0-9\\-]{0,62}\\.){1,4}"
              + "(?:com|net|org|info|xyz|top|site|online|club|shop|app|cn|ru|hk|kz|ir|pk|fr|eu)"
              + "(?![\\p{L}\\p{N}_\\-@/]|\\.[\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MAIL =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_.+\\-@])[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}_.+\\-]{0,63}[@＠]"
              + LABEL
              + "(?:"
              + DOT
              + LABEL
              + "){1,5}",
          FLAGS);
  private static final Pattern AT_NAME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_.@])[@＠]([\\p{L}\\p{N}_]"
              + Handles.NAME_CHARACTER
              + "{2,62}(?:@[a-z0-9.\\-]+\\.[a-z]{2,24})?)",
          FLAGS);
  private static final Pattern ANNOUNCED_NAME =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])("
              + String.join("|", longWords())
              + ")(?:\\s?id)?\\s?[:：]\\s?([A-Za-z0-9_][A-Za-z0-9_.\\-]{3,40})",
          FLAGS);
  private static final Pattern DIALLED =
      Pattern.compile(
          "(?<![\\p{Nd}+\\p{L}])[0٠۰０]{2}[\\s\\p{Z}]?[\\p{Nd}&&[^0٠۰０]]"
              + "(?:[\\s\\p{Z}.\\-/()]?\\p{Nd}){6,14}(?![\\p{Nd}\\p{L}])");
  private static final Pattern WORD_BEFORE = Pattern.compile("([\\p{L}\\p{M}]+)\\s?[:：]?\\s?$");
  private static final int FEWEST_DIGITS = 5;
  private static final String LINK_ENDS = ".,;:!?)]}'’…。，、；：！？）」』】؟؛،।་";

  private final String text;
  private final @Nullable String region;
  private final StringBuilder left;
  private final List<Found> found = new ArrayList<>();

  IdentifierFinder(String text, @Nullable String region) {
    this.text = text;
    this.region = region;
    this.left = new StringBuilder(text);
  }

  List<Found> all() {
    if (hasInnerDot()) {
      links(LINK);
      links(BARE_DOMAIN);
    }
    if (text.indexOf('@') >= 0 || text.indexOf('＠') >= 0) {
      addresses();
      names();
    }
    if (text.indexOf(':') >= 0 || text.indexOf('：') >= 0) {
      announcedNames();
    }
    if (hasDigits()) {
      numbers();
    }
    return found;
  }

  /** Whether a dot stands where the name of a host has one, not only at the end of sentences. */
  private boolean hasInnerDot() {
    for (var at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
      if (at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether there are as many digits as the shortest number has. */
  private boolean hasDigits() {
    var digits = 0;
    for (var i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
      var c = text.charAt(i);
      if (c >= '0' && (c <= '9' || c >= 0x80)) {
        digits += Character.isDigit(Character.isHighSurrogate(c) ? text.codePointAt(i) : c) ? 1 : 0;
      }
    }
    return digits == FEWEST_DIGITS;
  }

  private void links(Pattern pattern) {
    var matcher = pattern.matcher(left.toString());
    while (matcher.find()) {
      var end = endOfLink(matcher);
      var raw = text.substring(matcher.start(), end);
      if (BARE_DOMAIN != pattern && isAddressInside(raw)) {
        continue;
      }
      if (Links.read(raw) instanceof Reading.Read(Link link)) {
        found.add(new Found(link, matcher.start(), end));
        var profile = Profiles.of(link, region);
        if (profile != null) {
          found.add(new Found(profile, matcher.start(), end));
        }
        blank(matcher.start(), end);
      }
    }
  }

  private static boolean isAddressInside(String raw) {
    return raw.indexOf('/') < 0 && raw.indexOf('@') > 0;
  }

  private int endOfLink(Matcher matcher) {
    var end = matcher.end();
    while (end > matcher.start() && LINK_ENDS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    while (end > matcher.start() && Invisible.is(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return end;
  }

  private void addresses() {
    var matcher = MAIL.matcher(left.toString());
    while (matcher.find()) {
      take(EmailAddresses.read(matcher.group()), matcher.start(), matcher.end());
    }
  }

  private void names() {
    var matcher = AT_NAME.matcher(left.toString());
    while (matcher.find()) {
      var name = matcher.group(1);
      if (name.codePoints().anyMatch(Character::isLetter) && !cutByInvisible(matcher.end())) {
        take(Handles.read(name, announced(matcher.start())), matcher.start(), matcher.end());
      }
    }
  }

  /** Whether the name goes on behind an invisible character: half a name would be another name. */
  private boolean cutByInvisible(int end) {
    if (end >= text.length() || !Invisible.is(text.codePointAt(end))) {
      return false;
    }
    var next = end + Character.charCount(text.codePointAt(end));
    return next < text.length() && Character.isLetterOrDigit(text.codePointAt(next));
  }

  private Platform announced(int at) {
    var before = WORD_BEFORE.matcher(text.substring(Math.max(0, at - 16), at));
    return before.find() ? Platform.called(before.group(1)) : Platform.UNSTATED;
  }

  private void announcedNames() {
    var matcher = ANNOUNCED_NAME.matcher(left.toString());
    while (matcher.find()) {
      var name = matcher.group(2);
      if (isUnlikeAWord(name) && !cutByInvisible(matcher.end())) {
        take(
            Handles.read(name, Platform.called(matcher.group(1))),
            matcher.start(2),
            matcher.end(2));
      }
    }
  }

  /** "Signal: tomorrow" names nobody. */
  private static boolean isUnlikeAWord(String name) {
    return name.chars().anyMatch(Character::isLetter)
        && name.chars().anyMatch(c -> c == '_' || Character.isDigit(c));
  }

  private void numbers() {
    var offsets = new int[left.length() + 1];
    var visible = visible(offsets);
    var where = region == null ? "ZZ" : region.toUpperCase(Locale.ROOT);
    var matches =
        PhoneNumbers.UTIL.findNumbers(
            visible, where, PhoneNumberUtil.Leniency.POSSIBLE, Long.MAX_VALUE);
    for (var match : matches) {
      if (PhoneNumbers.isMeant(match.number(), match.rawString(), region)) {
        found.add(
            new Found(
                PhoneNumbers.identifier(match.number()),
                offsets[match.start()],
                offsets[match.end() - 1] + 1));
        blank(offsets[match.start()], offsets[match.end() - 1] + 1);
      }
    }
    dialledNumbers();
  }

  /** Numbers dialled with 00 where the region has another prefix or nobody stated one. */
  private void dialledNumbers() {
    var offsets = new int[left.length() + 1];
    var matcher = DIALLED.matcher(visible(offsets));
    while (matcher.find()) {
      var start = offsets[matcher.start()];
      var end = offsets[matcher.end() - 1] + 1;
      take(PhoneNumbers.read(matcher.group(), null), start, end);
    }
  }

  /** What is left without invisible characters; {@code offsets} leads back into the text. */
  private String visible(int[] offsets) {
    var visible = new StringBuilder(left.length());
    for (var i = 0; i < left.length(); i++) {
      if (!Invisible.is(left.charAt(i))) {
        offsets[visible.length()] = i;
        visible.append(left.charAt(i));
      }
    }
    offsets[visible.length()] = left.length();
    return PhoneNumbers.plainGaps(visible.toString());
  }

  private void take(Reading reading, int start, int end) {
    if (reading instanceof Reading.Read(var identifier)) {
      found.add(new Found(identifier, start, end));
      blank(start, end);
    }
  }

  private void blank(int start, int end) {
    for (var i = start; i < end; i++) {
      left.setCharAt(i, ' ');
    }
  }

  private static List<String> longWords() {
    return Platform.allWords().stream()
        .filter(w -> w.length() > 1)
        .sorted((a, b) -> Integer.compare(b.length(), a.length()))
        .map(Pattern::quote)
        .toList();
  }
}
