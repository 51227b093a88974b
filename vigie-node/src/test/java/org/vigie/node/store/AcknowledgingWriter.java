package org.vigie.node.store;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.vigie.kernel.MemberId;
import org.vigie.register.Role;
import org.vigie.register.World;
import org.vigie.register.World.Person;

/** A process that writes until it is killed, and prints what was acknowledged. */
final class AcknowledgingWriter {

  static final Person WRITER = new Person(new MemberId("ab".repeat(16)), new byte[32]);

  private AcknowledgingWriter() {}

  static World world(Database database, Path folder) {
    return new World(new SqlRows(database), new FileBlobs(folder.resolve("blobs")));
  }

  /** Prints a line a commit: the sequence of an entry, or the id of a blob. */
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var database = Database.embedded(folder.resolve("vigie.db"));
    var world = world(database, folder);
    var session = world.signIn(WRITER);
    var register = world.registers.create(session, "case", Role.steward("person"));
    System.out.println("register " + register.id());
    while (true) {
      var entry = register.append(World.NOTE, World.note("acknowledged"));
      System.out.println("entry " + entry.sequence());
      var blob = register.storeBlob(new ByteArrayInputStream(new byte[150_000]), 1 << 20);
      System.out.println("blob " + blob.id());
    }
  }
}
