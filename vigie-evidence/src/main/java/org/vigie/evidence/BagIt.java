package org.vigie.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** The files that make a package a bag: RFC 8493, BagIt 1.0. */
final class BagIt {

  static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

  private BagIt() {}

  static byte[] info(EvidencePackage contents, Map<String, Fingerprint> files) {
    return info(contents.name(), contents.created(), files);
  }

  static byte[] info(String name, Instant created, Map<String, Fingerprint> files) {
    return ("Bag-Software-Agent: Vigie\n"
            + "Bagging-Date: "
            + LocalDate.ofInstant(created, ZoneOffset.UTC)
            + "\nExternal-Identifier: "
            + name
            + "\nPayload-Oxum: "
            + oxum(files)
            + "\n")
        .getBytes(UTF_8);
  }

  /** Octets and number of the payload's files. */
  private static String oxum(Map<String, Fingerprint> files) {
    long octets = 0;
    long count = 0;
    for (var file : files.entrySet()) {
      if (file.getKey().startsWith(PackageNames.PAYLOAD)) {
        octets += file.getValue().length();
        count++;
      }
    }
    return octets + "." + count;
  }
}
