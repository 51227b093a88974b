package org.vigie.seal;

import com.exceptionfactory.jagged.RecipientStanza;
import java.util.Base64;
import java.util.List;

/** One recipient's part of an age header. */
final class Stanza implements RecipientStanza {

  private final String type;
  private final List<String> arguments;
  private final byte[] body;

  Stanza(String type, List<String> arguments, byte[] body) {
    this.type = type;
    this.arguments = List.copyOf(arguments);
    this.body = body.clone();
  }

  @Override
  public String getType() {
    return type;
  }

  @Override
  public List<String> getArguments() {
    return arguments;
  }

  @Override
  public byte[] getBody() {
    return body.clone();
  }

  /** The bytes of a stanza's only argument, in canonical base64. */
  static byte[] onlyArgument(RecipientStanza stanza, int length) throws SealRefused {
    if (stanza.getArguments().size() != 1) {
      throw SealRefused.malformed();
    }
    return canonical(stanza.getArguments().getFirst(), length);
  }

  /** Base64 without padding, in the one spelling these bytes have. */
  static byte[] canonical(String text, int length) throws SealRefused {
    try {
      var bytes = Base64.getDecoder().decode(text);
      if (bytes.length == length
          && Base64.getEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      throw SealRefused.malformed();
    }
    throw SealRefused.malformed();
  }
}
