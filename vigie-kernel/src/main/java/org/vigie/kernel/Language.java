package org.vigie.kernel;

/**
 * A language people write to us in or read us in, by its BCP 47 tag. Writing direction follows the
 * script, not the country.
 */
public enum Language {
  /** English. */
  EN("en", false),
  /** French. */
  FR("fr", false),
  /** Uyghur in Arabic script. */
  UG("ug", true),
  /** Tibetan. */
  BO("bo", false),
  /** Chinese in simplified script. */
  ZH_HANS("zh-Hans", false),
  /** Chinese in traditional script. */
  ZH_HANT("zh-Hant", false),
  /** Russian. */
  RU("ru", false),
  /** Kazakh in Cyrillic script. */
  KK("kk", false),
  /** Persian. */
  FA("fa", true),
  /** Urdu. */
  UR("ur", true),
  /** Arabic. */
  AR("ar", true),
  /** Turkish. */
  TR("tr", false);

  private final String tag;
  private final boolean rightToLeft;

  Language(String tag, boolean rightToLeft) {
    this.tag = tag;
    this.rightToLeft = rightToLeft;
  }

  /** The BCP 47 tag, as {@code lang} attributes want it. */
  public String tag() {
    return tag;
  }

  /** The value of a {@code dir} attribute. */
  public String direction() {
    return rightToLeft ? "rtl" : "ltr";
  }

  /** The language with exactly this tag, or English. */
  public static Language ofTag(String tag) {
    for (var language : values()) {
      if (language.tag.equals(tag)) {
        return language;
      }
    }
    return EN;
  }
}
