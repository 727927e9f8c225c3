// SPDX-License-Identifier: EUPL-1.2
// For a process whose question must not outlast it: its command line is overwritten, no core file is written, nobody
// but the administrator looks into its memory, and that memory is overwritten at its end. docs/sex-work.md section 3
// says what this does not cover. Linux only.
#pragma once

namespace passend::fairwork {

// Overwrites the words of the command line, as /proc/PID/cmdline shows them, after the name of the program. What was
// read from them before stays valid where it was copied.
void overwrite_command_line();

// No core file, and no reading of this process' memory by others of the same user, from now on.
void close_to_onlookers();

// However the process ends by exit(), end_without_trace() comes last, with its exit code.
void leave_no_trace_at_exit();

// Writes what stdout and stderr still hold, overwrites every byte of heap, stack and unnamed memory except the frame it
// runs in, and ends the process. Nothing that the process registered to run at its end afterwards does.
[[noreturn]] void end_without_trace(int code);

}  // namespace passend::fairwork
