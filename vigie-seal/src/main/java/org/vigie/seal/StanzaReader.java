package org.vigie.seal;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file's key with whichever identity has it, after checking that a passphrase stands
 * alone.
 */
final class StanzaReader implements RecipientStanzaReader {

  private static final String X25519 = "X25519";

  private final List<Identity> identities;
  private @Nullable SealRefused refusal;

  StanzaReader(List<Identity> identities) {
    this.identities = identities;
  }

  /** Why no key was found, if this reader was the reason. */
  Optional<SealRefused> refusal() {
    return Optional.ofNullable(refusal);
  }

  @Override
  public FileKey getFileKey(Iterable<RecipientStanza> header) throws GeneralSecurityException {
    var stanzas = new ArrayList<RecipientStanza>();
    header.forEach(stanzas::add);
    try {
      requirePassphraseAlone(stanzas);
      for (var identity : identities) {
        var key = tryAll(identity, stanzas);
        if (key != null) {
          return key;
        }
      }
      throw hasType(stanzas, Scrypt.TYPE) ? SealRefused.wrongPassphrase() : SealRefused.notForYou();
    } catch (SealRefused refused) {
      refusal = refused;
      throw new UnsupportedRecipientStanzaException(refused.key());
    }
  }

  private static void requirePassphraseAlone(List<RecipientStanza> stanzas) throws SealRefused {
    if (stanzas.isEmpty() || (hasType(stanzas, Scrypt.TYPE) && stanzas.size() > 1)) {
      throw SealRefused.malformed();
    }
  }

  private static boolean hasType(List<RecipientStanza> stanzas, String type) {
    return stanzas.stream().anyMatch(stanza -> stanza.getType().equals(type));
  }

  private static @Nullable FileKey tryAll(Identity identity, List<RecipientStanza> stanzas)
      throws SealRefused, GeneralSecurityException {
    for (var stanza : stanzas) {
      var key = tryOne(identity, stanza);
      if (key != null) {
        return key;
      }
    }
    return null;
  }

  private static @Nullable FileKey tryOne(Identity identity, RecipientStanza stanza)
      throws SealRefused, GeneralSecurityException {
    return switch (stanza.getType()) {
      case XWing.TYPE -> identity instanceof HybridKey key ? XWing.unwrap(key, stanza) : null;
      case Scrypt.TYPE ->
          identity instanceof PassphraseIdentity known ? Scrypt.unwrap(known, stanza) : null;
      case X25519 -> identity instanceof X25519Key key ? unwrapClassical(key, stanza) : null;
      default -> null;
    };
  }

  private static @Nullable FileKey unwrapClassical(X25519Key key, RecipientStanza stanza)
      throws SealRefused, GeneralSecurityException {
    Stanza.onlyArgument(stanza, X25519Recipient.LENGTH);
    if (stanza.getBody().length != 32) {
      throw SealRefused.malformed();
    }
    try {
      return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(key.text())
          .getFileKey(List.of(stanza));
    } catch (UnsupportedRecipientStanzaException notOurs) {
      return null;
    }
  }
}
