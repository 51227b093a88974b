package org.vigie.node.exhibit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.vigie.kernel.BlobId;
import org.vigie.kernel.MemberId;
import org.vigie.kernel.Refusal;
import org.vigie.kernel.Secret;
import org.vigie.ledger.CustodyLog;
import org.vigie.ledger.LedgerRefused;
import org.vigie.ledger.NoteSigner;
import org.vigie.ledger.SignatureType;
import org.vigie.ledger.store.MemoryLogStore;
import org.vigie.node.cage.Cage;
import org.vigie.node.cage.CageLimits;
import org.vigie.node.cage.PictureDecoder;
import org.vigie.node.cage.SoundDecoder;
import org.vigie.node.ops.NodeSettings;
import org.vigie.node.shell.Role;
import org.vigie.node.shell.SealingBox;
import org.vigie.node.shell.SignedIn;
import org.vigie.register.EntryTypes;
import org.vigie.register.OpenRegister;
import org.vigie.register.Registers;
import org.vigie.register.store.BlobStore;
import org.vigie.register.store.MemoryBlobs;
import org.vigie.register.store.MemoryRows;
import org.vigie.seal.MemberKeys;
import org.vigie.seal.SigningKey;

/** One person with one case in a node without pages, and a clock to turn. */
final class Scene {

  static final NodeSettings.Limits LIMITS =
      new NodeSettings.Limits(50_000_000, 60_000_000, 1_000_000, 100);

  final MemoryRows rows = new MemoryRows();
  final MemoryBlobs blobs = new MemoryBlobs();
  final CustodyLog log;
  final SignedIn person;
  final OpenRegister file;
  final Intake intake;
  private final SecureRandom random = new SecureRandom();
  private Instant now = Clock.systemUTC().instant();

  Scene() throws Refusal {
    this(LIMITS, USUAL);
  }

  Scene(NodeSettings.Limits limits, Supplier<Cage> cage) throws Refusal {
    this(limits, cage, blobs -> blobs);
  }

  Scene(
      NodeSettings.Limits limits,
      Supplier<Cage> cage,
      java.util.function.UnaryOperator<BlobStore> disk)
      throws Refusal {
    this(limits, cage, disk, new Waveforms(cage, DECODER), PICTURES);
  }

  /** Where recordings are measured by {@code waveforms}. */
  Scene(Waveforms waveforms) throws Refusal {
    this(LIMITS, USUAL, blobs -> blobs, waveforms, PICTURES);
  }

  /** Where photographs are decoded by {@code pictures}. */
  Scene(PictureDecoder pictures) throws Refusal {
    this(LIMITS, USUAL, blobs -> blobs, new Waveforms(USUAL, DECODER), pictures);
  }

  private Scene(
      NodeSettings.Limits limits,
      Supplier<Cage> cage,
      java.util.function.UnaryOperator<BlobStore> disk,
      Waveforms waveforms,
      PictureDecoder pictures)
      throws Refusal {
    InstantSource clock = () -> now;
    log = log(clock);
    var registers =
        new Registers(
            rows,
            disk.apply(blobs),
            leaves -> {},
            new EntryTypes(
                Exhibits.RECEIVED,
                Exhibits.INTAKE,
                Exhibits.DERIVED,
                Exhibits.UNREAD,
                Exhibits.CUSTODY,
                Renderings.MADE,
                Preparations.PREPARED),
            SigningKey.generate(random),
            random,
            clock);
    var id = MemberId.random(random);
    var keys = registers.unlock(id, MemberKeys.generate(random));
    person = new SignedIn(id, Set.of(Role.PERSON), keys, new NoBox());
    file = registers.create(keys, "case", org.vigie.register.Role.steward("person"));
    var stills = new Stills(cage, () -> pictures, random);
    intake = new Intake(registers, log, cage, waveforms, stills, limits, random, clock);
  }

  private static final Supplier<SoundDecoder> DECODER = SoundDecoder::onThisMachine;

  private static final PictureDecoder PICTURES = PictureDecoder.onThisMachine();

  static final Supplier<Cage> USUAL =
      new Supplier<>() {
        private final java.util.concurrent.atomic.AtomicReference<Cage> made =
            new java.util.concurrent.atomic.AtomicReference<>();

        @Override
        public Cage get() {
          var known = made.get();
          if (known != null) {
            return known;
          }
          var fresh = cage(CageLimits.USUAL);
          made.set(fresh);
          return fresh;
        }
      };

  static Cage cage(CageLimits limits) {
    try {
      return Cage.onThisMachine(limits);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private CustodyLog log(InstantSource clock) throws LedgerRefused {
    var seed = new byte[32];
    random.nextBytes(seed);
    var signer = NoteSigner.ofSeed("vigie.invalid/test", SignatureType.ED25519, Secret.take(seed));
    return CustodyLog.open(new MemoryLogStore(), List.of(signer), random, clock);
  }

  void later(java.time.Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  Exhibit receive(String name, byte[] bytes) throws Refusal, IOException {
    return receive(name, new ByteArrayInputStream(bytes));
  }

  Exhibit receive(String name, String text) throws Refusal, IOException {
    return receive(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Exhibit receive(String name, InputStream bytes) throws Refusal, IOException {
    return intake.receive(person, file, name, bytes, ExhibitReceived.Provenance.UNKNOWN);
  }

  byte[] bytes(ExhibitReceived.Bytes kept) throws Refusal, IOException {
    try (var in = file.openBlob(new BlobId(kept.blob()))) {
      return in.readAllBytes();
    }
  }

  /** Seals nothing: no form is kept in these tests. */
  private record NoBox() implements SealingBox {

    @Override
    public byte[] seal(byte[] plain) {
      return plain.clone();
    }

    @Override
    public byte[] open(byte[] sealed) {
      return sealed.clone();
    }

    @Override
    public void close() {}
  }
}
