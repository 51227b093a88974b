package org.vigie.imports.claims;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vigie.imports.Claim;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;
import org.vigie.imports.audio.AudioFacts;
import org.vigie.imports.c2pa.Credentials;
import org.vigie.imports.exif.CameraFacts;
import org.vigie.imports.mail.MailSignatures;
import org.vigie.imports.proofmode.Bundle;

/**
 * Collects what a file says of itself: Content Credentials, cameras, recorders, ProofMode and mail
 * servers.
 */
public final class Claims {

  private static final int MOST = 300;

  private Claims() {}

  /**
   * Everything a file says; nothing if it says nothing.
   *
   * @param mailKeys public keys of mail servers, as the name service gives them
   * @throws IOException if its bytes cannot be had
   */
  public static List<Claim> of(Source source, List<String> mailKeys) throws IOException {
    var all = new ArrayList<>(Credentials.of(source));
    all.addAll(CameraFacts.of(source));
    sound(source, all);
    all.addAll(Bundle.of(source));
    all.addAll(MailSignatures.of(source, mailKeys));
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  private static void sound(Source source, List<Claim> all) throws IOException {
    try {
      AudioFacts.of(source)
          .forEach((name, value) -> all.add(new Claim("recording", "sound." + name, value)));
    } catch (ImportRefused noSound) {
      // Most files are none.
      return;
    }
  }
}
