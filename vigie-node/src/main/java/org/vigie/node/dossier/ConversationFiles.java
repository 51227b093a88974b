package org.vigie.node.dossier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.vigie.evidence.rsmf.RsmfAttachment;
import org.vigie.imports.ImportRefused;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.CageRefused;
import org.vigie.node.exhibit.BlobSource;
import org.vigie.node.exhibit.EnclosedBytes;
import org.vigie.node.exhibit.Enclosures;
import org.vigie.node.exhibit.Exhibit;

/**
 * Files of messages as they go along with a conversation. One that is an exhibit of its own goes as
 * the dossier shows it, and only if it was chosen, so that what was covered stays covered and what
 * nobody agreed to stays here. One that lies in the archive alone goes with the archive: only where
 * that is handed out as it was received.
 */
final class ConversationFiles {

  /** Bytes of all files in all conversations of a dossier: each is in memory a few times over. */
  static final int MOST = 24 << 20;

  private final Material material;
  private final Supplier<Cage> cage;
  private int room = MOST;

  ConversationFiles(Material material, Supplier<Cage> cage) {
    this.material = material;
    this.cage = cage;
  }

  /** Those of {@code wanted} that go along. */
  Map<Enclosures.Named, RsmfAttachment> of(Copy conversation, Set<Enclosures.Named> wanted)
      throws Refusal, IOException {
    var files = new LinkedHashMap<Enclosures.Named, RsmfAttachment>();
    var inside = new ArrayList<Enclosures.Named>();
    for (var named : wanted) {
      var chosen = chosen(conversation, named);
      if (chosen.isPresent()) {
        read(chosen.get(), named).ifPresent(file -> files.put(named, file));
      } else if (conversation.original() && !takenOut(conversation, named)) {
        inside.add(named);
      }
    }
    files.putAll(inside(conversation, inside));
    return files;
  }

  private Optional<Copy> chosen(Copy conversation, Enclosures.Named named) {
    return material.copies().stream()
        .filter(copy -> is(copy.exhibit(), conversation, named))
        .findFirst();
  }

  private boolean takenOut(Copy conversation, Enclosures.Named named) {
    return material.exhibits().values().stream().anyMatch(one -> is(one, conversation, named));
  }

  private static boolean is(Exhibit exhibit, Copy conversation, Enclosures.Named named) {
    return Enclosures.from(exhibit).filter(conversation.exhibit().id()::equals).isPresent()
        && Enclosures.is(exhibit, named);
  }

  private Optional<RsmfAttachment> read(Copy copy, Enclosures.Named named)
      throws Refusal, IOException {
    if (copy.bytes().length() > room) {
      return Optional.empty();
    }
    var blob = new BlobId(copy.bytes().blob());
    try (var in = material.open().register().openBlob(blob)) {
      var bytes = in.readAllBytes();
      room -= bytes.length;
      var id = copy.number() + "." + copy.extension();
      // The name of the original would promise what a covered copy is not.
      return Optional.of(new RsmfAttachment(id, copy.original() ? named.name() : id, bytes));
    }
  }

  /**
   * Those that lie in the archive alone. Where its reader cannot open the archive each message says
   * that its file is not here, and the archive goes along and holds it. Damaged bytes and a cage
   * that broke off are no such answer.
   */
  private Map<Enclosures.Named, RsmfAttachment> inside(
      Copy conversation, List<Enclosures.Named> wanted) throws Refusal, IOException {
    var files = new LinkedHashMap<Enclosures.Named, RsmfAttachment>();
    if (wanted.isEmpty()) {
      return files;
    }
    try {
      var register = material.open().register();
      var found = EnclosedBytes.of(cage.get(), register, conversation.exhibit(), wanted, room);
      for (var one : found.entrySet()) {
        var number = String.format(Locale.ROOT, "-%04d.", files.size() + 1);
        var id = conversation.number() + number + one.getValue().extension();
        room -= one.getValue().bytes().length;
        files.put(
            one.getKey(), new RsmfAttachment(id, one.getKey().name(), one.getValue().bytes()));
      }
    } catch (CageRefused brokenOff) {
      throw DossierRefused.filesUntaken();
    } catch (ImportRefused unreadable) {
      return files;
    } catch (IOException failed) {
      if (BlobSource.damaged(failed)) {
        throw DossierRefused.filesDamaged();
      }
      throw failed;
    }
    return files;
  }
}
