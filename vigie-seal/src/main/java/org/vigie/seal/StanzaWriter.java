package org.vigie.seal;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Wraps a file's key to each recipient. */
record StanzaWriter(List<Recipient> recipients) implements RecipientStanzaWriter {

  @Override
  public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey)
      throws GeneralSecurityException {
    var stanzas = new ArrayList<RecipientStanza>();
    for (var recipient : recipients) {
      switch (recipient) {
        case HybridRecipient hybrid -> stanzas.add(XWing.wrap(hybrid, fileKey));
        case PassphraseRecipient passphrase -> stanzas.add(Scrypt.wrap(passphrase, fileKey));
        case X25519Recipient classical ->
            X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(classical.text())
                .getRecipientStanzas(fileKey)
                .forEach(stanzas::add);
      }
    }
    return stanzas;
  }
}
