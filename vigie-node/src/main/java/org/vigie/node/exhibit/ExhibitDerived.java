package org.vigie.node.exhibit;

import static org.vigie.node.casefile.Defaults.text;

/**
 * Something made from an exhibit: messages read from an export, a picture without metadata, a
 * transcript, a redacted copy. The original stays as it was received.
 *
 * @param derived identifier within the case
 * @param source the exhibit it was made from
 * @param kind {@code messages} (JSON lines), {@code files} (names in an archive, JSON lines),
 *     {@code index} to the messages, {@code prints} of them and {@code speech} (what they look
 *     like), {@code preview}, {@code still} (a photograph decoded by a program of the system, as
 *     PNG), {@code text}, {@code sound}, {@code levels} and {@code marks} (facts in the report, no
 *     bytes), {@code transcript}, {@code translation}, {@code page} (one page of a document as a
 *     picture), {@code samples} (a recording as WAV, to be cut, or heard where browsers do not play
 *     it), {@code redacted}
 * @param bytes where it lies and what it hashes to
 * @param mediaType of the derived bytes
 * @param tool program, version and role that made it
 * @param report what the tool said: counts, warnings; JSON, or empty. For {@code prints} the
 *     identifier of the blob with the messages they were taken of
 */
public record ExhibitDerived(
    String derived,
    String source,
    String kind,
    ExhibitReceived.Bytes bytes,
    String mediaType,
    String tool,
    String report) {

  /** Reads tolerantly. */
  public ExhibitDerived {
    derived = text(derived);
    source = text(source);
    kind = text(kind);
    bytes = bytes == null ? new ExhibitReceived.Bytes("", 0, "", "") : bytes;
    mediaType = text(mediaType);
    tool = text(tool);
    report = text(report);
  }
}
