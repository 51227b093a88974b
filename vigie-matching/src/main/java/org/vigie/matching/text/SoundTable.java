package org.vigie.matching.text;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Map;

/** What each character of Latin, Cyrillic and Arabic script sounds like, in plain Latin letters. */
final class SoundTable {

  private static final String LETTERS =
      """
      а a б b в v г g ғ g ґ g д d е e ё e є e э e ә e ж zh җ zh з z и i і i ї i й i ј i к k қ k ҝ g \
      л l љ li м m н n њ ni ң ng о o ө o ў o п p р r с s т t у u ұ u ү u ӯ u ф f х kh һ h ҳ h ц ts \
      ч ch ҹ ch ћ ch ҷ zh ш sh щ sh ъ - ы i ь - ю iu я ia ђ dzh џ dzh ѓ g ќ k ѕ dz ӣ i ѣ e \
      š sh ş sh ș sh ś sh ž zh ż zh č ch ć ch ç ch đ dzh ñ ng ń n ä e ə e ǝ e ë e ê e é e è e \
      ö o ü u ğ g ı i î i â a û u ō o ū u ā a ī i \
      ا a آ a أ a إ a ٱ a ب b پ p ت t ٹ t ث s ج zh چ ch ح h خ kh د d ڈ d ذ z ر r ڑ r ز z ژ zh \
      س s ش sh ص s ض z ط t ظ z ع - غ gh ف f ق k ك k ک k گ g ڭ ng ل l م m ن n ں n ه h ھ h ہ h ة h \
      و o ۇ u ۆ o ۈ u ۋ v ۉ o ي i ى i ی i ې e ە e ے e ئ - ء - ؤ o ـ -\
      """;
  private static final Map<Integer, String> SOUNDS = sounds();
  private static final Transliterator SIMPLIFIED =
      Transliterator.getInstance("Traditional-Simplified");

  private SoundTable() {}

  private static Map<Integer, String> sounds() {
    var sounds = new HashMap<Integer, String>();
    var parts = LETTERS.strip().split("\\s+", -1);
    for (var i = 0; i < parts.length; i += 2) {
      sounds.put(parts[i].codePointAt(0), parts[i + 1].equals("-") ? "" : parts[i + 1]);
    }
    return Map.copyOf(sounds);
  }

  /** The sounds of {@code character}: empty, or letters and ASCII digits. */
  static String sound(int character) {
    var lower = Character.toLowerCase(character);
    var sound = SOUNDS.get(lower);
    if (sound != null) {
      return sound;
    }
    if (UScript.getScript(lower) == UScript.HAN) {
      return SIMPLIFIED.transliterate(Character.toString(lower));
    }
    var sounds = new StringBuilder();
    FoldTable.fold(lower).codePoints().forEach(c -> append(c, sounds));
    return sounds.toString();
  }

  private static void append(int c, StringBuilder out) {
    var sound = SOUNDS.get(c);
    if (sound == null) {
      out.appendCodePoint(c);
    } else {
      out.append(sound);
    }
  }
}
