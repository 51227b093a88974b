package org.vigie.node.exhibit.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.node.casefile.SpokenLanguages;
import org.vigie.node.shell.Frame;

/**
 * Languages that an exhibit may be in: those people tell in, others that are met with, and scripts
 * where the language is not known. The tags are BCP 47's, whose subtags carry the script.
 */
public final class Languages {

  private static final List<String> MORE =
      List.of(
          "zh",
          "ug-Latn",
          "ug-Cyrl",
          "kk-Arab",
          "ky",
          "uz",
          "tg",
          "ckb",
          "ku",
          "und-Arab",
          "und-Cyrl",
          "und-Latn",
          "und");

  private Languages() {}

  /** To choose from by their tags. */
  public static Map<String, String> byTag(Frame frame) {
    var names = new LinkedHashMap<>(SpokenLanguages.byTag());
    MORE.forEach(tag -> names.put(tag, frame.t("exhibit.language." + tag)));
    return names;
  }

  /** What the language or script {@code tag} is called; the tag itself where it is none of ours. */
  public static String name(Frame frame, String tag) {
    return byTag(frame).getOrDefault(tag, tag);
  }
}
