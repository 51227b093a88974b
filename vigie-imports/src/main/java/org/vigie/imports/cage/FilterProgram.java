package org.vigie.imports.cage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Programs in classic BPF that judge system calls (seccomp(2), linux/filter.h), as bytes of struct
 * sock_filter for machines of little ends.
 */
final class FilterProgram {

  private static final int RET_ALLOW = 0x7FFF_0000;
  private static final int RET_ERRNO = 0x0005_0000;
  private static final int RET_KILL = 0x8000_0000;
  private static final int EPERM = 1;
  private static final int ENOSYS = 38;
  private static final short LOAD = 0x20;
  private static final short JUMP_EQUAL = 0x15;
  private static final short JUMP_GREATER_OR_EQUAL = 0x35;
  private static final short JUMP_ANY_BIT = 0x45;
  private static final short RETURN = 0x06;

  /** Of struct seccomp_data. */
  private static final int NUMBER = 0;

  private static final int ARCHITECTURE = 4;
  private static final int FIRST_ARGUMENT = 16;

  private static final int X32 = 0x4000_0000;
  private static final int AF_UNIX = 1;

  /** The same on every machine. */
  private static final int CLONE3 = 435;

  /** CLONE_NEWNS, -CGROUP, -UTS, -IPC, -USER, -PID and -NET. */
  private static final int NEW_NAMESPACES = 0x7E02_0000;

  /** The program is at most so long; what is not used is cut off. */
  private static final int MOST = 200;

  private final ByteBuffer code = ByteBuffer.allocate(8 * MOST).order(ByteOrder.LITTLE_ENDIAN);

  private FilterProgram() {}

  /** Forbids these calls, and everything to whoever calls as another machine would. */
  static byte[] forbidding(int audit, List<Integer> calls) {
    var program = new FilterProgram().start(audit);
    calls.forEach(program::forbid);
    return program.end();
  }

  /**
   * Likewise for a program that has to start others and to speak with them: sockets of this machine
   * only (AF_UNIX), and children in no namespaces but its own. {@code clone3} keeps its flags where
   * no filter can read them, so that it does not exist.
   *
   * @param children the number of clone(2)
   * @param socket the number of socket(2)
   */
  static byte[] forbiddingButChildren(int audit, List<Integer> calls, int children, int socket) {
    var program = new FilterProgram().start(audit);
    calls.forEach(program::forbid);
    program.put(JUMP_EQUAL, 0, 1, CLONE3).put(RETURN, 0, 0, RET_ERRNO | ENOSYS);
    program.put(JUMP_EQUAL, 0, 4, children).put(LOAD, 0, 0, FIRST_ARGUMENT);
    program.put(JUMP_ANY_BIT, 0, 1, NEW_NAMESPACES).refuse().put(RETURN, 0, 0, RET_ALLOW);
    program.put(JUMP_EQUAL, 0, 3, socket).put(LOAD, 0, 0, FIRST_ARGUMENT);
    program.put(JUMP_EQUAL, 1, 0, AF_UNIX).refuse();
    return program.end();
  }

  private FilterProgram start(int audit) {
    put(LOAD, 0, 0, ARCHITECTURE).put(JUMP_EQUAL, 1, 0, audit).put(RETURN, 0, 0, RET_KILL);
    return put(LOAD, 0, 0, NUMBER).put(JUMP_GREATER_OR_EQUAL, 0, 1, X32).refuse();
  }

  private void forbid(int call) {
    put(JUMP_EQUAL, 0, 1, call).refuse();
  }

  private FilterProgram refuse() {
    return put(RETURN, 0, 0, RET_ERRNO | EPERM);
  }

  private byte[] end() {
    put(RETURN, 0, 0, RET_ALLOW);
    var made = new byte[code.position()];
    code.get(0, made);
    return made;
  }

  /** One instruction; both ways count the instructions to leave out. */
  private FilterProgram put(short operation, int ifTrue, int ifFalse, int value) {
    code.putShort(operation).put((byte) ifTrue).put((byte) ifFalse).putInt(value);
    return this;
  }
}
