package org.vigie.matching.identifier;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;

/** What a numbering plan sets a range aside for; it says nothing about who uses a number now. */
public enum LineType {
  /** Fixed line. */
  FIXED_LINE,
  /** Mobile. */
  MOBILE,
  /** The plan does not tell fixed from mobile. */
  FIXED_LINE_OR_MOBILE,
  /** Internet telephony. */
  VOIP,
  /** Toll free, premium, shared cost, company-wide or personal numbers, pagers, voicemail. */
  SPECIAL,
  /** The plan gives no type. */
  UNKNOWN;

  static LineType of(PhoneNumberType type) {
    return switch (type) {
      case FIXED_LINE -> FIXED_LINE;
      case MOBILE -> MOBILE;
      case FIXED_LINE_OR_MOBILE -> FIXED_LINE_OR_MOBILE;
      case VOIP -> VOIP;
      case UNKNOWN -> UNKNOWN;
      case TOLL_FREE, PREMIUM_RATE, SHARED_COST, PERSONAL_NUMBER, PAGER, UAN, VOICEMAIL -> SPECIAL;
    };
  }

  /** The message key, such as {@code number.type.mobile}. */
  public String key() {
    return "number.type." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
