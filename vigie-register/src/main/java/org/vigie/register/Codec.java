package org.vigie.register;

import java.util.HexFormat;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.RegisterId;

/** Identifiers and bytes in and out of text; malformed text is a refusal, not a bug. */
final class Codec {

  private Codec() {}

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  static byte[] hex(String text) throws RegisterRefused {
    try {
      return HexFormat.of().parseHex(text);
    } catch (IllegalArgumentException malformed) {
      throw new RegisterRefused("register.malformed-entry");
    }
  }

  static MemberId member(byte[] id) {
    return new MemberId(hex(id));
  }

  static RegisterId register(byte[] id) {
    return new RegisterId(hex(id));
  }

  static MemberId member(String id) throws RegisterRefused {
    try {
      return new MemberId(id);
    } catch (IllegalArgumentException malformed) {
      throw new RegisterRefused("register.malformed-entry");
    }
  }

  static BlobId blob(String id) throws RegisterRefused {
    try {
      return new BlobId(id);
    } catch (IllegalArgumentException malformed) {
      throw new RegisterRefused("register.malformed-entry");
    }
  }
}
