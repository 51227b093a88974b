package org.vigie.node.exhibit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigie.imports.DateOrder;
import org.vigie.imports.ReadOptions;
import org.vigie.imports.Tool;
import org.vigie.imports.audio.AudioFacts;
import org.vigie.imports.cage.CageJob;
import org.vigie.kernel.Refusal;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.CageRefused;
import org.vigie.register.ForgetfulJson;
import org.vigie.register.OpenRegister;
import org.vigie.register.StoredBlob;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes of an exhibit what can be shown, in the cage. Whatever happens there, the exhibit stays as
 * it was received, and what could not be made is written down with its reason.
 */
final class Derivations {

  private static final int LONGEST_SIDE = 1600;
  private static final long LARGEST_INDEX = 64 << 20;
  private static final JsonMapper JSON = ForgetfulJson.builder().build();

  private final Supplier<Cage> cage;
  private final Waveforms waveforms;
  private final Stills stills;
  private final Supplier<String> freshId;

  Derivations(Supplier<Cage> cage, Waveforms waveforms, Stills stills, Supplier<String> freshId) {
    this.cage = cage;
    this.waveforms = waveforms;
    this.stills = stills;
    this.freshId = freshId;
  }

  /**
   * The type of bytes that are kept but not written down yet: of a file that may hold a film or
   * sound alone, its tracks are asked for. What the cage cannot tell stays a film.
   */
  ContentType settled(OpenRegister file, StoredBlob blob, ContentType type) {
    if (type.route() != ContentType.Route.BOXED) {
      return type;
    }
    try {
      var source = new BlobSource(file, ExhibitReceived.Bytes.of(blob));
      var seen = cage.get().run(CageJob.audio(), source, OutputStream.nullOutputStream());
      return type.settled(seen.facts().containsKey(AudioFacts.SOUND_ONLY));
    } catch (Refusal | IOException | UncheckedIOException unknown) {
      return type.settled(false);
    }
  }

  /** Derives what the type of the content suggests. */
  void of(OpenRegister file, ExhibitReceived exhibit, ContentType type) throws Refusal {
    switch (type.route()) {
      case PICTURE -> attempt(file, exhibit, "preview", () -> picture(file, exhibit));
      case STILL -> {
        var _ = stills.draw(file, exhibit, Stills.PATIENCE);
      }
      case SOUND -> {
        attempt(file, exhibit, "sound", () -> sound(file, exhibit));
        var _ = measure(file, exhibit, waveforms.patience());
      }
      case TEXT -> {
        if (!attempt(file, exhibit, "messages", () -> messages(file, exhibit, null))) {
          attempt(file, exhibit, "text", () -> text(file, exhibit));
        }
      }
      case ARCHIVE -> {
        attempt(file, exhibit, "messages", () -> messages(file, exhibit, null));
        list(file, exhibit);
      }
      case BOXED, NONE -> {}
    }
  }

  /**
   * Measures how loud a recording is over its time, and what a copy of it would be recognised by,
   * where this machine can and what is missing of it.
   *
   * @param patience how long to wait for others
   * @return false if others were before it all the time: nothing is written down then, since it
   *     says nothing about the recording, and it is to be tried again
   */
  boolean measure(OpenRegister file, ExhibitReceived exhibit, Duration patience) throws Refusal {
    if (Waveforms.wav(exhibit)
        && missing(file, exhibit).contains(Waveforms.KIND)
        && !attempt(file, exhibit, Waveforms.KIND, () -> inOurCage(file, exhibit))) {
      return true;
    }
    if (missing(file, exhibit).isEmpty()) {
      return true;
    }
    // One turn for all of it: what is begun is not shut out between its parts.
    try (var _ = waveforms.turn().take(file.me(), patience)) {
      for (var kind : missing(file, exhibit)) {
        Making making = () -> keep(file, exhibit, kind, waveforms.decoded(kind, file, exhibit));
        if (!attempt(file, exhibit, kind, making)) {
          break;
        }
      }
      return true;
    } catch (CageRefused busy) {
      return false;
    }
  }

  private void inOurCage(OpenRegister file, ExhibitReceived exhibit) throws Refusal, IOException {
    var measured = waveforms.measure(file, exhibit, Tool.nameAndVersion());
    if (measured.isPresent()) {
      keep(file, exhibit, Waveforms.KIND, measured.get());
    }
  }

  /** Read anew each time: another look at the same recording may have been before this one. */
  private List<String> missing(OpenRegister file, ExhibitReceived exhibit) throws Refusal {
    return Exhibits.of(file).find(exhibit.exhibit()).map(waveforms::missing).orElse(List.of());
  }

  /** Lists the files of an archive. */
  void list(OpenRegister file, ExhibitReceived exhibit) throws Refusal {
    if (Exhibits.of(file).find(exhibit.exhibit()).filter(ArchiveFiles::possible).isPresent()) {
      attempt(file, exhibit, ArchiveFiles.KIND, () -> files(file, exhibit));
    }
  }

  /** Reads the messages again, their dates in this order, or in that which the file tells. */
  void read(OpenRegister file, ExhibitReceived exhibit, @Nullable DateOrder order) throws Refusal {
    attempt(file, exhibit, "messages", () -> messages(file, exhibit, order));
  }

  /** Something that may not work. */
  @FunctionalInterface
  private interface Making {
    void run() throws Refusal, IOException;
  }

  private static boolean attempt(
      OpenRegister file, ExhibitReceived exhibit, String kind, Making making) throws Refusal {
    try {
      making.run();
      return true;
    } catch (Refusal refused) {
      var details = refused.details().stream().map(String::valueOf).toList();
      note(file, new ExhibitUnread(exhibit.exhibit(), kind, refused.key(), details));
    } catch (IOException | UncheckedIOException failed) {
      note(file, new ExhibitUnread(exhibit.exhibit(), kind, "cage.failed", List.of()));
    }
    return false;
  }

  private static void note(OpenRegister file, ExhibitUnread unread) throws Refusal {
    // A text that is no conversation is an ordinary text, and an archive without one holds files.
    var ordinary =
        unread.kind().equals("messages") && unread.reason().equals("import.unknown-format");
    if (!ordinary) {
      Exhibits.of(file).unread(unread);
    }
  }

  private void picture(OpenRegister file, ExhibitReceived exhibit) throws Refusal, IOException {
    var made = make(file, exhibit, CageJob.image(LONGEST_SIDE), out -> out);
    var facts = JSON.writeValueAsString(made.result().facts());
    Exhibits.of(file).derive(derived(exhibit, "preview", made.blob(), "image/png", facts));
  }

  private void text(OpenRegister file, ExhibitReceived exhibit) throws Refusal, IOException {
    var made = make(file, exhibit, CageJob.text(), out -> out);
    var facts = JSON.writeValueAsString(made.result().facts());
    Exhibits.of(file).derive(derived(exhibit, "text", made.blob(), "text/plain", facts));
  }

  private void files(OpenRegister file, ExhibitReceived exhibit) throws Refusal, IOException {
    var made = make(file, exhibit, CageJob.files(), out -> out);
    var facts = JSON.writeValueAsString(made.result().facts());
    var kind = ArchiveFiles.KIND;
    Exhibits.of(file).derive(derived(exhibit, kind, made.blob(), "application/jsonl", facts));
  }

  private void sound(OpenRegister file, ExhibitReceived exhibit) throws Refusal, IOException {
    var source = new BlobSource(file, exhibit.bytes());
    var result = cage.get().run(CageJob.audio(), source, OutputStream.nullOutputStream());
    var facts = JSON.writeValueAsString(result.facts());
    Exhibits.of(file).derive(derived(exhibit, "sound", null, "", facts));
  }

  private void keep(
      OpenRegister file, ExhibitReceived exhibit, String kind, Waveforms.Measured measured)
      throws Refusal {
    var none = new ExhibitReceived.Bytes("", 0, "", "");
    var made =
        new ExhibitDerived(
            freshId.get(), exhibit.exhibit(), kind, none, "", measured.tool(), measured.report());
    Exhibits.of(file).derive(made);
  }

  private void messages(OpenRegister file, ExhibitReceived exhibit, @Nullable DateOrder order)
      throws Refusal, IOException {
    var watch = new AtomicReference<MessageIndex.@Nullable Watch>();
    var job = CageJob.read(ReadOptions.NONE.withDateOrder(order));
    var made =
        make(
            file,
            exhibit,
            job,
            out -> {
              var watching = new MessageIndex.Watch(out);
              watch.set(watching);
              return watching;
            });
    var seen = watch.get();
    var index = seen == null ? new MessageIndex(List.of(), List.of()) : seen.index();
    var kept = file.storeBlob(new ByteArrayInputStream(index.encoded()), LARGEST_INDEX);
    var report = ReadingReport.parse(made.result().report()).json();
    Exhibits.of(file)
        .derive(
            List.of(
                derived(exhibit, "messages", made.blob(), "application/jsonl", report),
                derived(exhibit, "index", kept, "text/plain", "")));
    look(file, exhibit, made.blob());
  }

  /**
   * Notes what languages the messages look like, and their prints: proposals and what makes pages
   * quick, so that their failing loses nothing.
   */
  private void look(OpenRegister file, ExhibitReceived exhibit, StoredBlob messages) {
    var count = new SpeechReport.Count();
    var noted = new ArrayList<ExhibitDerived>();
    try {
      var exhibits = Exhibits.of(file);
      var read = Reading.of(file, exhibits.find(exhibit.exhibit()).orElseThrow());
      if (read.isPresent()) {
        var prints = new ReadingPrints.Taking(read.get().report().format());
        read.get()
            .each(message -> {
              count.add(message.text());
              prints.add(message);
            });
        var size = prints.prints().size();
        if (size > 0 && size < ReadingPrints.MOST) {
          var in = new ByteArrayInputStream(prints.prints().encoded());
          var kept = file.storeBlob(in, ReadingPrints.LARGEST);
          var of = messages.id().value();
          noted.add(derived(exhibit, ReadingPrints.KIND, kept, "application/octet-stream", of));
        }
      }
      noted.addFirst(derived(exhibit, "speech", null, "", count.report().json()));
      exhibits.derive(noted);
    } catch (IOException | UncheckedIOException | Refusal failed) {
      // The messages themselves are there.
      return;
    }
  }

  private CagedBytes.Made make(
      OpenRegister file, ExhibitReceived exhibit, CageJob job, UnaryOperator<OutputStream> watching)
      throws Refusal, IOException {
    var source = new BlobSource(file, exhibit.bytes());
    return new CagedBytes(cage.get(), file).make(job, source, watching);
  }

  private ExhibitDerived derived(
      ExhibitReceived from,
      String kind,
      @Nullable StoredBlob blob,
      String mediaType,
      String report) {
    var bytes =
        blob == null ? new ExhibitReceived.Bytes("", 0, "", "") : ExhibitReceived.Bytes.of(blob);
    return new ExhibitDerived(
        freshId.get(), from.exhibit(), kind, bytes, mediaType, Tool.nameAndVersion(), report);
  }
}
