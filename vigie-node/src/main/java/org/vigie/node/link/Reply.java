package org.vigie.node.link;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.vigie.kernel.MemberId;
import org.vigie.seal.PublicKeys;
import org.vigie.seal.SealRefused;

/**
 * What the node needs to pass a yes on, as it lies sealed beside a notice.
 *
 * @param pair both cases together, as keepers know them
 * @param other mailbox of the other side
 * @param link identifier of the link as the other side knows it
 * @param notice what the other side is told: kinds, strength, rarity, month
 * @param mine tokens of this side that it rests on
 * @param theirs tokens of the other side
 * @param contacts who of the other side wants to write; empty until they said yes
 */
record Reply(
    String pair,
    String other,
    String link,
    Said notice,
    List<String> mine,
    List<String> theirs,
    List<Contact> contacts) {

  private static final int LONGEST = 10_000;

  /** What a notice says. */
  record Said(List<String> kinds, String strength, String rarity, String month) {}

  /** Someone who said yes, and what they are in their case. */
  record Contact(MemberId member, PublicKeys keys, String as) {}

  byte[] encoded() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(1);
      for (var text : List.of(pair, other, link)) {
        out.writeUTF(text);
      }
      write(out, notice.kinds());
      for (var text : List.of(notice.strength(), notice.rarity(), notice.month())) {
        out.writeUTF(text);
      }
      write(out, mine);
      write(out, theirs);
      out.writeInt(contacts.size());
      for (var contact : contacts) {
        out.writeUTF(contact.member().value());
        out.write(contact.keys().encoded());
        out.writeUTF(contact.as());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (var text : texts) {
      out.writeUTF(text);
    }
  }

  static Reply parse(byte[] encoded) throws SealRefused {
    try (var in = new DataInputStream(new ByteArrayInputStream(encoded))) {
      if (in.readByte() != 1) {
        throw new IllegalArgumentException("a reply of another version");
      }
      return new Reply(
          in.readUTF(),
          in.readUTF(),
          in.readUTF(),
          new Said(texts(in), in.readUTF(), in.readUTF(), in.readUTF()),
          texts(in),
          texts(in),
          contacts(in));
    } catch (IOException shortened) {
      throw new IllegalArgumentException("not a reply", shortened);
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    var texts = new ArrayList<String>();
    for (var left = count(in); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return List.copyOf(texts);
  }

  private static List<Contact> contacts(DataInputStream in) throws IOException, SealRefused {
    var contacts = new ArrayList<Contact>();
    for (var left = count(in); left > 0; left--) {
      var member = new MemberId(in.readUTF());
      var keys = PublicKeys.parse(in.readNBytes(PublicKeys.LENGTH));
      contacts.add(new Contact(member, keys, in.readUTF()));
    }
    return List.copyOf(contacts);
  }

  private static int count(DataInputStream in) throws IOException {
    var count = in.readInt();
    if (count < 0 || count > LONGEST) {
      throw new IllegalArgumentException("not a reply");
    }
    return count;
  }
}
