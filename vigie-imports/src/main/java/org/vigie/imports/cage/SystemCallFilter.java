package org.vigie.imports.cage;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes from all threads of this process, for good, the system calls that start programs, open
 * sockets and change what the process may see: seccomp(2) with a filter in classic BPF. Protects a
 * host from code that a document smuggled into a reader. Does not protect the document itself.
 */
public final class SystemCallFilter {

  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int SECCOMP_SET_MODE_FILTER = 1;
  private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;
  private static final int RET_ALLOW = 0x7FFF_0000;
  private static final int RET_EPERM = 0x0005_0001;
  private static final int RET_KILL = 0x8000_0000;
  private static final short LOAD = 0x20;
  private static final short JUMP_EQUAL = 0x15;
  private static final short JUMP_GREATER_OR_EQUAL = 0x35;
  private static final short RETURN = 0x06;
  private static final int X32 = 0x4000_0000;

  /** One machine: its audit number, the number of seccomp(2), and what is forbidden. */
  private record Machine(int audit, long seccomp, List<Integer> forbidden) {}

  // execve execveat ptrace socket socketpair mount umount2 pivot_root chroot unshare setns bpf
  // keyctl add_key request_key process_vm_readv process_vm_writev userfaultfd perf_event_open
  // io_uring_setup io_uring_enter io_uring_register open_by_handle_at init_module kexec_load
  private static final Machine X86_64 =
      new Machine(
          0xC000_003E,
          317,
          List.of(
              59, 322, 101, 41, 53, 165, 166, 155, 161, 272, 308, 321, 250, 248, 249, 310, 311, 323,
              298, 425, 426, 427, 304, 175, 246));
  private static final Machine AARCH64 =
      new Machine(
          0xC000_00B7,
          277,
          List.of(
              221, 281, 117, 198, 199, 40, 39, 41, 51, 97, 268, 280, 219, 217, 218, 270, 271, 282,
              241, 425, 426, 427, 265, 105, 104));

  private SystemCallFilter() {}

  /** Installs the filter; false where the machine has none, and then nothing has changed. */
  @SuppressWarnings("restricted") // two calls to the C library, with nothing from a document
  public static boolean install() {
    var machine = machine();
    if (machine == null) {
      return false;
    }
    try (var arena = Arena.ofConfined()) {
      var linker = Linker.nativeLinker();
      var symbol = linker.defaultLookup().find("syscall");
      if (symbol.isEmpty()) {
        return false;
      }
      var descriptor =
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG);
      var syscall =
          linker.downcallHandle(symbol.get(), descriptor, Linker.Option.firstVariadicArg(1));
      var privileges =
          (long)
              syscall.invokeExact(
                  prctl(machine), (long) PR_SET_NO_NEW_PRIVS, 1L, MemorySegment.NULL, 0L, 0L);
      var filtered =
          (long)
              syscall.invokeExact(
                  machine.seccomp(),
                  (long) SECCOMP_SET_MODE_FILTER,
                  (long) SECCOMP_FILTER_FLAG_TSYNC,
                  program(machine, arena),
                  0L,
                  0L);
      return privileges == 0 && filtered == 0;
    } catch (Throwable unsupported) {
      return false;
    }
  }

  private static long prctl(Machine machine) {
    return machine.audit() == X86_64.audit() ? 157 : 167;
  }

  private static @Nullable Machine machine() {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return null;
    }
    return switch (System.getProperty("os.arch", "")) {
      case "amd64" -> X86_64;
      case "aarch64" -> AARCH64;
      default -> null;
    };
  }

  /** struct sock_fprog: a count and a pointer to struct sock_filter. */
  private static MemorySegment program(Machine machine, Arena arena) {
    var forbidden = machine.forbidden();
    var count = forbidden.size() + 7;
    var code = arena.allocate(8L * count, 8);
    var at = 0;
    put(code, at++, LOAD, 0, 0, 4); // seccomp_data.arch
    put(code, at++, JUMP_EQUAL, 1, 0, machine.audit());
    put(code, at++, RETURN, 0, 0, RET_KILL);
    put(code, at++, LOAD, 0, 0, 0); // seccomp_data.nr
    put(code, at++, JUMP_GREATER_OR_EQUAL, forbidden.size() + 1, 0, X32);
    for (var i = 0; i < forbidden.size(); i++) {
      put(code, at++, JUMP_EQUAL, forbidden.size() - i, 0, forbidden.get(i));
    }
    put(code, at++, RETURN, 0, 0, RET_ALLOW);
    put(code, at, RETURN, 0, 0, RET_EPERM);
    var program = arena.allocate(16, 8);
    program.set(JAVA_SHORT, 0, (short) count);
    program.set(ADDRESS, 8, code);
    return program;
  }

  private static void put(
      MemorySegment code, int index, short operation, int ifTrue, int ifFalse, int value) {
    var at = 8L * index;
    code.set(JAVA_SHORT, at, operation);
    code.set(JAVA_BYTE, at + 2, (byte) ifTrue);
    code.set(JAVA_BYTE, at + 3, (byte) ifFalse);
    code.set(JAVA_INT, at + 4, value);
  }
}
