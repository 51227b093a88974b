package org.vigie.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.vigie.evidence.json.Json;
import org.vigie.evidence.json.JsonReader;
import org.vigie.evidence.json.JsonRefused;
import org.vigie.evidence.json.JsonWriter;
import org.vigie.ledger.Hash;
import org.vigie.ledger.LeafCommitment;
import org.vigie.ledger.LedgerRefused;

/**
 * What the custody log commits to when bytes are received. Says which bytes were received when and
 * how; says nothing about who made them or whether they are true.
 *
 * @param sha256 hash of the bytes as received
 * @param sha512 the same by another function, lower-case hexadecimal
 * @param length bytes
 * @param received when they were received, to the second
 * @param channel how they came, such as {@code upload}
 * @param tool name and version of what derived them; empty for bytes from outside
 */
public record IntakeRecord(
    Hash sha256, String sha512, long length, Instant received, String channel, String tool) {

  private static final String FORMAT = "vigie-intake@1";

  /** Cuts the time to the second and refuses what no record holds. */
  public IntakeRecord {
    received = received.truncatedTo(ChronoUnit.SECONDS);
    if (!sha512.matches("[0-9a-f]{128}") || length < 0 || length > Json.MAX_INTEGER) {
      throw new IllegalArgumentException("Not an intake record");
    }
  }

  /** The bytes that are committed to: JSON in its one spelling. */
  public byte[] canonical() {
    return JsonWriter.write(
        Json.of(
            Map.of(
                "channel", Json.of(channel),
                "format", Json.of(FORMAT),
                "length", Json.of(length),
                "received", Json.of(received.toString()),
                "sha256", Json.of(sha256.toString()),
                "sha512", Json.of(sha512),
                "tool", Json.of(tool))));
  }

  /** The entry of the log: SHA-256(salt ‖ {@link #canonical}). */
  public LeafCommitment commit(Salt salt) {
    return LeafCommitment.commit(salt.bytes(), canonical());
  }

  /** Reads what {@link #canonical} writes. */
  public static IntakeRecord parse(byte[] canonical) throws EvidenceRefused {
    try {
      var members = JsonReader.read(canonical).object();
      if (members.members().size() != 7 || !members.text("format").equals(FORMAT)) {
        throw new EvidenceRefused("evidence.malformed-record");
      }
      return new IntakeRecord(
          Hash.parseHex(members.text("sha256")),
          members.text("sha512"),
          members.integer("length"),
          Instant.parse(members.text("received")),
          members.text("channel"),
          members.text("tool"));
    } catch (JsonRefused | LedgerRefused | DateTimeException | IllegalArgumentException e) {
      throw new EvidenceRefused("evidence.malformed-record");
    }
  }
}
