# Runs a command on a terminal of its own and types a passphrase whenever it asks for one.
import os
import pty
import sys

passphrase, command = sys.argv[1], sys.argv[2].split()
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)
asked = b""
while True:
    try:
        said = os.read(terminal, 1024)
    except OSError:
        break
    if not said:
        break
    asked += said
    if asked.rstrip().endswith(b":"):
        os.write(terminal, passphrase.encode() + b"\n")
        asked = b""
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
