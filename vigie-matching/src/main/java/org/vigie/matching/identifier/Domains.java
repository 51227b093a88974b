package org.vigie.matching.identifier;

import com.ibm.icu.text.IDNA;
import org.jspecify.annotations.Nullable;

/** Domain names in their ASCII form (UTS 46, non-transitional). */
final class Domains {

  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI);

  private Domains() {}

  /** Lower-case punycode without the last dot, or null when it is not a domain name. */
  static @Nullable String ascii(String domain) {
    var name = domain.replace("[.]", ".").replace("(.)", ".");
    if (name.endsWith(".") || name.endsWith("。")) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.isEmpty() || name.length() > 253) {
      return null;
    }
    var info = new IDNA.Info();
    var ascii = new StringBuilder();
    UTS46.nameToASCII(name, ascii, info);
    return info.hasErrors() ? null : ascii.toString();
  }
}
