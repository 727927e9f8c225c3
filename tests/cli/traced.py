# SPDX-License-Identifier: EUPL-1.2
"""Runs a program under ptrace(2), as a debugger does: which system calls it makes, and what its memory holds when it
first writes and just before it is gone. Needs no tool and no privilege; Linux on x86-64 or arm64."""

import ctypes
import dataclasses
import os
import platform
import re
import signal
import struct
import subprocess

TRACEME, CONT_TO_CALL, SET_OPTIONS, CALL_INFO = 0, 24, 0x4200, 0x420E
CALLS, EXIT, KILL_WITH_US = 1, 1 << 6, 1 << 20  # PTRACE_O_TRACESYSGOOD, _TRACEEXIT, _EXITKILL
EVENT_EXIT = 6
ENTRY = 1

# Numbers of the system calls that can leave something behind, outside memory, and of those that are looked at closely.
NUMBERS = {
    "x86_64": {"write": 1, "open": 2, "sendfile": 40, "socket": 41, "fork": 57, "vfork": 58, "execve": 59,
               "truncate": 76, "ftruncate": 77, "rename": 82, "mkdir": 83, "creat": 85, "link": 86, "unlink": 87,
               "symlink": 88, "mknod": 133, "pwrite64": 18, "writev": 20, "clone": 56, "openat": 257, "mkdirat": 258,
               "mknodat": 259, "unlinkat": 263, "renameat": 264, "linkat": 265, "symlinkat": 266, "splice": 275,
               "utimensat": 280, "pwritev": 296, "renameat2": 316, "memfd_create": 319, "execveat": 322,
               "io_uring_setup": 425, "clone3": 435, "openat2": 437, "copy_file_range": 326, "shmget": 29,
               "msgget": 68, "setxattr": 188, "add_key": 248, "read": 0, "prctl": 157, "prlimit64": 302},
    "aarch64": {"write": 64, "sendfile": 71, "socket": 198, "execve": 221, "truncate": 45, "ftruncate": 46,
                "pwrite64": 68, "writev": 66, "clone": 220, "openat": 56, "mkdirat": 34, "mknodat": 33, "unlinkat": 35,
                "renameat": 38, "linkat": 37, "symlinkat": 36, "splice": 76, "utimensat": 88, "pwritev": 70,
                "renameat2": 276, "memfd_create": 279, "execveat": 281, "io_uring_setup": 425, "clone3": 435,
                "openat2": 437, "copy_file_range": 285, "shmget": 194, "msgget": 186, "setxattr": 5, "add_key": 217, "read": 63, "prctl": 167, "prlimit64": 261},
}[platform.machine()]
NAMES = {number: name for name, number in NUMBERS.items()}
LOOKED_AT = {"read", "prctl", "prlimit64"}
WAYS_OF_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
_libc.ptrace.restype = ctypes.c_long


def _ptrace(request, pid, address=0, data=0):
    if _libc.ptrace(request, pid, address, data) < 0:
        raise OSError(ctypes.get_errno(), f"ptrace {request}")


@dataclasses.dataclass
class Memory:
    """Every readable byte of a process at one moment: [(name of the mapping, first address, bytes)]."""
    regions: list

    def holds(self, words):
        """Which of the byte strings are somewhere in it."""
        return sorted(word for word in words if any(word in data for _, _, data in self.regions))

    def filled(self):
        """How many bytes of heap, stack and unnamed memory are not zero."""
        return sum(len(data) - data.count(0) for name, writable, data in self.regions
                   if writable and (not name or name in ("[heap]", "[stack]") or name.startswith("[anon")))


@dataclasses.dataclass
class Traced:
    code: int
    out: bytes
    err: bytes
    calls: list         # the system calls named above, in their order: [(name, arguments)]
    first_write: Memory  # while it writes to stdout for the first time; None when it never does
    end: Memory
    words: bytes        # its command line, just before it is gone

    @property
    def left(self):
        """What it did that can stay."""
        return [(name, [hex(one) for one in arguments[:3]]) for name, arguments in self.calls
                if _stays(name, arguments)]


def _read_memory(maps, mem):
    regions = []
    maps.seek(0)
    for line in maps.read().decode().splitlines():
        begin, end, access, inode, name = re.fullmatch(
            r"(\w+)-(\w+) (....) \w+ \S+ (\d+) *(.*)", line).groups()
        if access[0] != "r" or name.startswith(("[vvar", "[vsyscall", "[vdso")):
            continue
        size = int(end, 16) - int(begin, 16)
        try:
            data = os.pread(mem, size, int(begin, 16)) if size < 1 << 30 else b""
        except OSError:
            data = b""
        regions.append((name, access[1] == "w" and inode == "0", data))
    return Memory(regions)


def _call(pid):
    buffer = ctypes.create_string_buffer(88)
    _ptrace(CALL_INFO, pid, len(buffer), ctypes.addressof(buffer))
    number, *arguments = struct.unpack_from("7Q", buffer.raw, 24)
    return (NAMES.get(number), arguments) if buffer.raw[0] == ENTRY else (None, [])


def _stays(name, arguments):
    """Whether a call can leave something outside the memory of the process and the pipes that it was given."""
    if name is None or name in LOOKED_AT:
        return False
    if name in ("write", "writev"):
        return arguments[0] not in (1, 2)
    if name == "open":
        return bool(arguments[1] & WAYS_OF_WRITING)
    if name == "openat":
        return bool(arguments[2] & WAYS_OF_WRITING)
    return True


def run(command, stdin=b"", env=None, cwd=None):
    """The finished run of a program whose answer fits in a pipe."""
    def trace_me():
        _libc.ptrace(TRACEME, 0, None, None)

    child = subprocess.Popen([str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, env=env, cwd=cwd, preexec_fn=trace_me)
    child.stdin.write(stdin)
    child.stdin.close()
    os.waitpid(child.pid, 0)
    _ptrace(SET_OPTIONS, child.pid, 0, CALLS | EXIT | KILL_WITH_US)
    maps = open(f"/proc/{child.pid}/maps", "rb")  # opened now: the program closes its memory to others
    mem = os.open(f"/proc/{child.pid}/mem", os.O_RDONLY)
    cmdline = f"/proc/{child.pid}/cmdline"
    calls, first_write, end, words, pass_on = [], None, None, b"", 0
    while True:
        _ptrace(CONT_TO_CALL, child.pid, 0, pass_on)
        _, status = os.waitpid(child.pid, 0)
        pass_on = 0
        if os.WIFEXITED(status) or os.WIFSIGNALED(status):
            break
        stopped_by = os.WSTOPSIG(status)
        if status >> 16 == EVENT_EXIT:
            end = _read_memory(maps, mem)
            with open(cmdline, "rb") as file:
                words = file.read()
        elif stopped_by == signal.SIGTRAP | 0x80:
            name, arguments = _call(child.pid)
            if name is not None:
                calls.append((name, arguments))
            if first_write is None and name in ("write", "writev") and arguments[0] == 1:
                first_write = _read_memory(maps, mem)
        elif stopped_by != signal.SIGTRAP:
            pass_on = stopped_by
    child.returncode = os.waitstatus_to_exitcode(status)
    maps.close()
    os.close(mem)
    out, err = child.stdout.read(), child.stderr.read()
    child.stdout.close()
    child.stderr.close()
    return Traced(child.returncode, out, err, calls, first_write, end, words)
