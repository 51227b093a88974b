package org.vigie.imports.audio;

import java.io.IOException;
import java.util.Map;
import org.vigie.imports.ImportRefused;
import org.vigie.imports.Source;

/**
 * Codec, channels, rate and duration of recordings from their headers: WAV, Ogg Opus and Vorbis,
 * AMR, MP3, AAC and MP4 audio. What the file says of the day it was made is told as it stands
 * there: anybody can have written it.
 */
public final class AudioFacts {

  /** The fact that nothing but sound is in a file that could hold a film: {@code yes}, or none. */
  public static final String SOUND_ONLY = "sound-only";

  private AudioFacts() {}

  /**
   * Facts: codec, channels, rate (of the original), millis; {@code made}, where the file says when
   * it was made; {@link #SOUND_ONLY} of MP4.
   *
   * @throws ImportRefused {@code import.audio-unknown} for anything else
   * @throws IOException if the bytes cannot be had
   */
  public static Map<String, String> of(Source source) throws ImportRefused, IOException {
    var head = Bytes.of(source, 0);
    if (head.is(0, "RIFF") && head.is(8, "WAVE")) {
      return Wav.facts(head, source);
    }
    if (head.is(0, "OggS") && head.length() > 28) {
      return Ogg.facts(head, source);
    }
    if (head.is(0, "#!AMR")) {
      return Amr.facts(head, source);
    }
    if (head.is(4, "ftyp")) {
      return Mp4.facts(source);
    }
    if (Adts.recognises(head)) {
      return Adts.facts(head, source);
    }
    if (Mp3.recognises(head)) {
      return Mp3.facts(head, source);
    }
    throw unknown();
  }

  /** It is in a form that nobody knows here. */
  static ImportRefused unknown() {
    return new ImportRefused("import.audio-unknown");
  }
}
