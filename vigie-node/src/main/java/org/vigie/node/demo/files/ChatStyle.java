package org.vigie.node.demo.files;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How WhatsApp writes an export, by application and language of the telephone. The strings are
 * those of its resource files; versions drift.
 */
enum ChatStyle {
  /** Android, French: day first, 24 hours. */
  ANDROID_FR(
      "dd/MM/yyyy, HH:mm",
      "Les messages et les appels sont chiffrés de bout en bout. Seules les personnes prenant part à"
          + " cette discussion peuvent les lire, les écouter ou les partager.",
      "<Médias omis>",
      "Ce message a été supprimé",
      "Appel vocal manqué",
      "%s (fichier joint)"),
  /** Android, Turkish: dots, no comma. */
  ANDROID_TR(
      "dd.MM.yyyy HH:mm",
      "Mesajlar ve aramalar uçtan uca şifrelidir. Yalnızca bu sohbetteki kişiler bunları okuyabilir,"
          + " dinleyebilir veya paylaşabilir.",
      "<Medya atlanmış>",
      "Bu mesaj silindi",
      "Cevapsız sesli arama",
      "%s (dosya ekli)"),
  /** Android, Russian. */
  ANDROID_RU(
      "dd.MM.yyyy, HH:mm",
      "Сообщения и звонки защищены сквозным шифрованием. Только участники этого чата могут читать,"
          + " прослушивать и пересылать их.",
      "<Без медиафайлов>",
      "Данное сообщение удалено",
      "Пропущенный аудиозвонок",
      "%s (файл добавлен)"),
  /** Android, American English: month first, two-digit year, 12 hours after a narrow space. */
  ANDROID_EN_US(
      "M/d/yy, h:mm\u202Fa",
      "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or"
          + " share them.",
      "<Media omitted>",
      "This message was deleted",
      "Missed voice call",
      "%s (file attached)"),
  /** Android, British English: day first. */
  ANDROID_EN_GB(
      "dd/MM/yyyy, HH:mm",
      "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or"
          + " share them.",
      "<Media omitted>",
      "This message was deleted",
      "Missed voice call",
      "%s (file attached)"),
  /** Android, Arabic: Arabic-Indic digits, direction marks around the slashes. */
  ANDROID_AR(
      "d\u200F/M\u200F/yyyy، h:mm",
      "الرسائل والمكالمات مشفرة تمامًا بين الطرفين.",
      "<تم استبعاد الوسائط>",
      "تم حذف هذه الرسالة",
      "مكالمة صوتية فائتة",
      "%s (الملف مرفق)"),
  /** iPhone, simplified Chinese: brackets, seconds, year first, a mark before special lines. */
  IOS_ZH(
      "yyyy/M/d HH:mm:ss",
      "消息和通话已进行端到端加密。只有此对话中的成员可以阅读、收听或分享。",
      "照片已忽略",
      "这条消息已被删除。",
      "未接语音通话",
      "<附件: %s>");

  private final String pattern;
  private final String notice;
  private final String omitted;
  private final String deleted;
  private final String missedCall;
  private final String attached;

  ChatStyle(
      String pattern,
      String notice,
      String omitted,
      String deleted,
      String missedCall,
      String attached) {
    this.pattern = pattern;
    this.notice = notice;
    this.omitted = omitted;
    this.deleted = deleted;
    this.missedCall = missedCall;
    this.attached = attached;
  }

  static ChatStyle named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  boolean iphone() {
    return this == IOS_ZH;
  }

  String notice() {
    return notice;
  }

  String omitted() {
    return omitted;
  }

  String deleted() {
    return deleted;
  }

  String missedCall() {
    return missedCall;
  }

  String attached(String file) {
    return String.format(Locale.ROOT, attached, file);
  }

  String time(LocalDateTime at) {
    var written = at.format(DateTimeFormatter.ofPattern(pattern, Locale.US));
    if (this != ANDROID_AR) {
      return written;
    }
    return arabicDigits(written) + (at.getHour() < 12 ? " ص" : " م");
  }

  private static String arabicDigits(String written) {
    var digits = new StringBuilder();
    written
        .chars()
        .forEach(letter ->
            digits.append(
                (char) (letter >= '0' && letter <= '9' ? '\u0660' + letter - '0' : letter)));
    return digits.toString();
  }
}
