package org.vigie.matching.identifier;

import com.ibm.icu.lang.UScript;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Writes a word of a name in plain Latin letters, a letter of another script by what it says. */
final class NameLetters {

  private static final String LETTERS =
      """
      а a б b в v г g ғ g ґ g д d е e ё e є e э e ә e ж zh җ zh з z и i і i ї i й i ј j к k қ k ҝ g \
      л l љ l м m н n њ n ң ng о o ө o ў o ӯ o п p р r с s т t у u ұ u ү u ф f х kh һ h ҳ h ц ts \
      ч ch ҹ ch ћ ch ҷ ch ш sh щ shch ъ - ы i ь - ю iu я ia ђ dzh џ dzh ѓ g ќ k \
      ş s ș s ś s š s ž zh ż z ź z č ch ć ch ç ch đ d ñ n ń n ŋ ng ä e ə e ǝ e ë e ê e é e è e ē e \
      ö o ü u ğ g ı i ø o æ e œ e ß s ł l ð d þ t \
      ا a آ a أ a إ i ٱ a ب b پ p ت t ٹ t ث s ج j چ ch ح h خ kh د d ڈ d ذ z ر r ڑ r ز z ژ zh \
      س s ش sh ص s ض z ط t ظ z ع - غ gh ف f ق k ك k ک k گ g ڭ ng ل l م m ن n ں n ه h ھ h ہ h ة h \
      و u ۇ u ۆ o ۈ u ۋ v ۉ o ي i ى i ی i ې e ە e ے e ئ - ء - ؤ o ـ - ۀ e ۂ a\
      """;
  private static final Map<Character, String> LATIN = map(LETTERS);

  private static final String SHAPES =
      """
      а a е e і i ј j к k м m о o р p с c т t у y х x һ h ѕ s в b н h ԁ d ӏ l ѵ v ԛ q ԝ w \
      α a ο o ν v ρ p ι i κ k τ t υ u χ x ε e\
      """;
  private static final Map<Character, String> LATIN_SHAPES = map(SHAPES);
  private static final Map<Character, String> CYRILLIC_SHAPES =
      map("a а e е i і j ј k к m м o о p р c с t т y у x х h н b в s ѕ");

  private static final String UYGHUR = "ئەېۆۈۇۋڭ";
  private static final String CARRIERS = "اآویيى";

  private NameLetters() {}

  private static Map<Character, String> map(String pairs) {
    var map = new HashMap<Character, String>();
    var parts = pairs.strip().split("\\s+", -1);
    for (var i = 0; i < parts.length; i += 2) {
      map.put(parts[i].charAt(0), parts[i + 1].equals("-") ? "" : parts[i + 1]);
    }
    return Map.copyOf(map);
  }

  /** Plain letters for {@code word}, which is lower-case. */
  static String of(String word) {
    var composed = Normalizer.normalize(word, Normalizer.Form.NFC);
    return isArabic(composed) ? arabic(composed) : letters(unmixed(composed));
  }

  static boolean isArabic(String word) {
    return word.codePoints().anyMatch(c -> UScript.getScript(c) == UScript.ARABIC);
  }

  /** A few letters borrowed from an alphabet that looks alike are read as those they stand for. */
  private static String unmixed(String word) {
    var latin = count(word, UScript.LATIN);
    var cyrillic = count(word, UScript.CYRILLIC);
    var greek = count(word, UScript.GREEK);
    if (latin == 0 || cyrillic + greek == 0) {
      return word;
    }
    var shapes = latin >= cyrillic ? LATIN_SHAPES : CYRILLIC_SHAPES;
    var unmixed = new StringBuilder();
    for (var i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      unmixed.append(shapes.getOrDefault(c, Character.toString(c)));
    }
    return unmixed.toString();
  }

  private static long count(String word, int script) {
    return word.codePoints().filter(c -> UScript.getScript(c) == script).count();
  }

  private static String letters(String word) {
    var letters = new StringBuilder();
    for (var i = 0; i < word.length(); i++) {
      letters.append(letter(word.charAt(i)));
    }
    return letters.toString();
  }

  private static String letter(char c) {
    var known = LATIN.get(c);
    if (known != null) {
      return known;
    }
    var parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    var bare = new StringBuilder();
    for (var i = 0; i < parts.length(); i++) {
      var part = parts.charAt(i);
      if (Character.getType(part) != Character.NON_SPACING_MARK) {
        bare.append(LATIN.getOrDefault(part, Character.toString(part)));
      }
    }
    return bare.toString();
  }

  /**
   * Where the script leaves short vowels out, as for Persian and Urdu, some letters say two things.
   */
  private static String arabic(String word) {
    if (word.chars().anyMatch(c -> UYGHUR.indexOf(c) >= 0)) {
      return letters(word);
    }
    var bare = word.replaceAll("\\p{M}", "");
    var letters = new StringBuilder();
    for (var i = 0; i < bare.length(); i++) {
      letters.append(spoken(bare, i));
    }
    return letters.toString();
  }

  private static String spoken(String word, int at) {
    var c = word.charAt(at);
    var next = at + 1 < word.length() ? word.charAt(at + 1) : ' ';
    var carried = CARRIERS.indexOf(next) >= 0;
    if (at == 0 && c == 'ا' && carried) {
      return "";
    }
    if (at == 0 && c == 'ع') {
      return carried ? "" : "a";
    }
    if (c == 'و' && ((at == 0 && !carried) || (carried && at > 0))) {
      return "v";
    }
    var last = at > 0 && at + 1 == word.length();
    if (last && "هہة".indexOf(c) >= 0 && CARRIERS.indexOf(word.charAt(at - 1)) < 0) {
      return c == 'ہ' ? "a" : "e";
    }
    return letter(c);
  }
}
