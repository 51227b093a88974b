package org.vigie.matching.identifier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A place where people have accounts with names. */
public enum Platform {
  /** Nothing says which platform. */
  UNSTATED("", ""),
  /** Telegram. */
  TELEGRAM("t.me telegram.me", "telegram tg телеграм تلگرام 电报"),
  /** X, formerly Twitter. */
  X("x.com twitter.com", "twitter x 推特"),
  /** Instagram. */
  INSTAGRAM("instagram.com", "instagram insta ig инстаграм اینستاگرام"),
  /** Facebook. */
  FACEBOOK("facebook.com fb.com", "facebook fb 脸书"),
  /** TikTok. */
  TIKTOK("tiktok.com", "tiktok"),
  /** Douyin. */
  DOUYIN("douyin.com", "douyin 抖音"),
  /** WeChat. */
  WECHAT("", "wechat weixin wx vx 微信 微信号 ۋېيشىن ئۈندىدار"),
  /** WhatsApp, where people show a name beside their number. */
  WHATSAPP("", "whatsapp ватсап"),
  /** Signal. */
  SIGNAL("", "signal"),
  /** VKontakte. */
  VK("vk.com", "vk вк"),
  /** Weibo. */
  WEIBO("weibo.com", "weibo 微博"),
  /** QQ. */
  QQ("", "qq"),
  /** LINE. */
  LINE("", "line"),
  /** Viber. */
  VIBER("", "viber"),
  /** Skype. */
  SKYPE("", "skype"),
  /** LinkedIn. */
  LINKEDIN("", "linkedin"),
  /** YouTube. */
  YOUTUBE("youtube.com", "youtube"),
  /** Threads. */
  THREADS("threads.net threads.com", "threads"),
  /** The fediverse, where a name carries its server: {@code name@server}. */
  FEDIVERSE("", "mastodon");

  private final String profileHosts;
  private final String words;

  Platform(String profileHosts, String words) {
    this.profileHosts = profileHosts;
    this.words = words;
  }

  /** The name in canonical forms: lower-case ASCII, {@code any} when unstated. */
  public String key() {
    return this == UNSTATED ? "any" : name().toLowerCase(Locale.ROOT);
  }

  /** Whether both may be one platform: equal, or nothing says which one of them is. */
  public boolean mayBe(Platform other) {
    return this == other || this == UNSTATED || other == UNSTATED;
  }

  /** The platform that people call {@code word}, or unstated. */
  static Platform called(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    for (var platform : values()) {
      if (listed(platform.words, lower)) {
        return platform;
      }
    }
    return UNSTATED;
  }

  /** The platform whose profiles live directly under {@code host}, or unstated. */
  static Platform withProfilesAt(String host) {
    for (var platform : values()) {
      if (listed(platform.profileHosts, host)) {
        return platform;
      }
    }
    return UNSTATED;
  }

  private static boolean listed(String list, String word) {
    return !word.isEmpty() && Arrays.asList(list.split(" ", -1)).contains(word);
  }

  /** Every word by which a text may announce a platform. */
  static List<String> allWords() {
    return Arrays.stream(values())
        .flatMap(p -> Arrays.stream(p.words.split(" ", -1)))
        .filter(w -> !w.isEmpty())
        .toList();
  }
}
