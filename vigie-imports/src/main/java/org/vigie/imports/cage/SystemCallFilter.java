package org.vigie.imports.cage;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** One machine: its audit number, and the numbers of calls that are used here. */
  private record Machine(
      int audit,
      long seccomp,
      long prctl,
      int children,
      int socket,
      List<Integer> programs,
      List<Integer> forbidden) {}

  // Programs: execve execveat socketpair. Forbidden: ptrace mount umount2 pivot_root chroot unshare
  // setns bpf keyctl add_key request_key process_vm_readv process_vm_writev userfaultfd
  // perf_event_open io_uring_setup io_uring_enter io_uring_register open_by_handle_at init_module
  // kexec_load finit_module delete_module kexec_file_load fanotify_init acct swapon reboot
  // open_tree move_mount fsopen fsconfig fsmount fspick pidfd_getfd mount_setattr
  private static final Machine X86_64 =
      new Machine(
          0xC000_003E,
          317,
          157,
          56,
          41,
          List.of(59, 322, 53),
          List.of(
              101, 165, 166, 155, 161, 272, 308, 321, 250, 248, 249, 310, 311, 323, 298, 425, 426,
              427, 304, 175, 246, 313, 176, 320, 300, 163, 167, 169, 428, 429, 430, 431, 432, 433,
              438, 442));
  private static final Machine AARCH64 =
      new Machine(
          0xC000_00B7,
          277,
          167,
          220,
          198,
          List.of(221, 281, 199),
          List.of(
              117, 40, 39, 41, 51, 97, 268, 280, 219, 217, 218, 270, 271, 282, 241, 425, 426, 427,
              265, 105, 104, 273, 106, 294, 262, 89, 224, 142, 428, 429, 430, 431, 432, 433, 438,
              442));

  private SystemCallFilter() {}

  /**
   * The filter for a program of the system that reads what strangers made and has to start others:
   * as the one that {@link #install} installs, but that programs may be started and sockets of this
   * machine (AF_UNIX) opened; new namespaces are not to be had. As bwrap takes it by {@code
   * --seccomp}.
   *
   * @return empty where the machine has none
   */
  public static Optional<byte[]> forPrograms() {
    var machine = machine();
    return machine == null
        ? Optional.empty()
        : Optional.of(
            FilterProgram.forbiddingButChildren(
                machine.audit(), machine.forbidden(), machine.children(), machine.socket()));
  }

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
                  machine.prctl(), (long) PR_SET_NO_NEW_PRIVS, 1L, MemorySegment.NULL, 0L, 0L);
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
    var forbidden = new ArrayList<>(machine.programs());
    forbidden.add(machine.socket());
    forbidden.addAll(machine.forbidden());
    var bytes = FilterProgram.forbidding(machine.audit(), forbidden);
    var code = arena.allocate(bytes.length, 8);
    MemorySegment.copy(bytes, 0, code, JAVA_BYTE, 0, bytes.length);
    var program = arena.allocate(16, 8);
    program.set(JAVA_SHORT, 0, (short) (bytes.length / 8));
    program.set(ADDRESS, 8, code);
    return program;
  }
}
