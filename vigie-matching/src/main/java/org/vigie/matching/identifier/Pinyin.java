package org.vigie.matching.identifier;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Chinese names by their Pinyin, letter for letter: its q, x, zh and ch tell people apart, as the
 * letters of other languages do not.
 */
final class Pinyin {

  private static final String SYLLABLE =
      "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
          + "(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua"
          + "|uo|ui|ue|er|a|o|e|i|u)";
  private static final Pattern GIVEN = Pattern.compile("(?:" + SYLLABLE + "){1,2}");

  private static final Set<String> FAMILY =
      Set.of(
          """
          li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo
          liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng
          lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao
          tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan
          duan qian yin chang qiao lai gong wen shu sheng tu qi ge pang ji zhuang ning nie geng
          kuang rong hua jiao lan mu ni ou pei pu qu rao ruan shang tong xiang xin xing you yue
          zang zhai zhan zuo bi chai chi chu gan guan hong huo lian ling miao mo niu ping shuai
          tai teng
          """
              .strip()
              .split("\\s+", -1));

  private static final Pattern TITLE =
      Pattern.compile("(?:先生|女士|小姐|警官|老师|老師|主任|处长|處長|局长|局長|科长|科長|经理|經理|同志|领事|領事)$");

  private static final Transliterator LATIN = Transliterator.getInstance("Han-Latin/Names");

  private Pinyin() {}

  /** The reading of a name in characters. */
  static String of(String signs) {
    return plain(LATIN.transliterate(TITLE.matcher(signs).replaceFirst("")));
  }

  /** The letters of {@code words} if they are a Chinese name in Pinyin; else nothing. */
  static String read(List<String> words) {
    var plain = words.stream().map(Pinyin::plain).toList();
    if (plain.size() == 1) {
      return family(plain.getFirst());
    }
    var given = plain.subList(1, plain.size());
    var turned = plain.subList(0, plain.size() - 1);
    return plain.size() <= 3 && (isName(plain.getFirst(), given) || isName(plain.getLast(), turned))
        ? String.join("", plain)
        : "";
  }

  private static boolean isName(String family, List<String> given) {
    return FAMILY.contains(family) && GIVEN.matcher(String.join("", given)).matches();
  }

  /** A family name and one or two syllables in one word. */
  private static String family(String word) {
    for (var length = Math.min(5, word.length() - 1); length > 1; length--) {
      if (isName(word.substring(0, length), List.of(word.substring(length)))) {
        return word;
      }
    }
    return "";
  }

  /** Without tones: only letters that have no more to lose. */
  private static String plain(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
  }
}
