#!/usr/bin/env python3
"""Runs commands in turn, several rounds, and prints a Markdown table of medians.

Reads jobs from standard input, one a line: GROUP <tab> NAME <tab> FOLDER <tab> SHELL COMMAND. All jobs of a group run
once a round, one after the other, so that whatever else the machine does hits all of them alike. Before the first round
each runs once without being measured, to fill caches.

CPU is user and system time of the command and of all processes that it waited for. The peak of memory is the larger of
what the system says of the largest single process, and of the sum over the tree of processes, looked at every few
milliseconds (Linux only). The last two columns compare with the job of the group that --base names, or its first one.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import threading
import time

PAGE = os.sysconf("SC_PAGE_SIZE")
# What ru_maxrss counts in.
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


def tree_memory(pid):
    """Resident bytes of a process and its descendants; 0 where there is no /proc."""
    total = 0
    waiting = [pid]
    while waiting:
        pid = waiting.pop()
        try:
            with open(f"/proc/{pid}/statm") as file:
                total += int(file.read().split()[1]) * PAGE
            for task in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{task}/children") as file:
                    waiting.extend(file.read().split())
        except (OSError, IndexError):
            continue
    return total


def watch(pid, stop, peak):
    pause = 0.002
    while not stop.wait(pause):
        peak[0] = max(peak[0], tree_memory(pid))
        # Long runs need no close look, and looking takes time of the processors that are measured.
        pause = min(pause * 1.05, 0.1)


def run(folder, command, timeout):
    """CPU seconds, wall seconds, peak bytes, lines of output, exit code."""
    start = time.monotonic()
    child = subprocess.Popen(["bash", "-c", command], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, start_new_session=True)
    stop, peak, lines = threading.Event(), [0], [0]

    def count():
        for part in iter(lambda: child.stdout.read1(1 << 16), b""):
            lines[0] += part.count(b"\n")

    threads = [threading.Thread(target=count), threading.Thread(target=watch, args=(child.pid, stop, peak))]
    for thread in threads:
        thread.start()
    killer = threading.Timer(timeout, lambda: os.killpg(child.pid, 9))
    killer.start()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - start
    killer.cancel()
    stop.set()
    for thread in threads:
        thread.join()
    child.returncode = os.waitstatus_to_exitcode(status)
    memory = peak[0]
    # A process inherits the mark of the one that started it: one that is not above ours says nothing.
    if usage.ru_maxrss > resource.getrusage(resource.RUSAGE_SELF).ru_maxrss or not memory:
        memory = max(memory, usage.ru_maxrss * MAXRSS_UNIT)
    return usage.ru_utime + usage.ru_stime, wall, memory, lines[0], child.returncode


def ratio(value, base):
    return f"{value / base:.1f}" if base else ""


def row(group, name, runs, base):
    cpu, wall, memory = (statistics.median(values) for values in list(zip(*runs))[:3])
    last = runs[-1]
    code = "" if last[4] in (0, 1) else f" (exit {last[4]})"
    return (f"| {group} | {name}{code} | {cpu:.2f} | {wall:.2f} | {memory / 1e6:.0f} | {last[3]} "
            f"| {ratio(cpu, base[0])} | {ratio(memory, base[1])} |")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--timeout", type=float, default=1800, help="seconds after which a run is ended")
    arguments.add_argument("--base", help="the name of the job that others are compared with")
    arguments.add_argument("--no-warm-up", action="store_true")
    given = arguments.parse_args()
    jobs = [line.rstrip("\n").split("\t", 3) for line in sys.stdin if line.strip()]
    groups = list(dict.fromkeys(job[0] for job in jobs))
    against = given.base or "the first row"
    print(f"| | run | CPU s | wall s | peak MB | lines | CPU against {against} | memory against {against} |")
    print("|---|---|---|---|---|---|---|---|")
    for group in groups:
        members = [job for job in jobs if job[0] == group]
        runs = {job[1]: [] for job in members}
        for number in range(0 if given.no_warm_up else -1, given.rounds):
            for _, name, folder, command in members:
                print(f"{group}: {name}, round {number + 1} of {given.rounds}", file=sys.stderr)
                result = run(folder, command, given.timeout)
                if number >= 0:
                    runs[name].append(result)
        named = given.base if given.base in runs else members[0][1]
        base = [statistics.median(result[at] for result in runs[named]) for at in (0, 2)]
        for name, results in runs.items():
            print(row(group, name, results, base), flush=True)


if __name__ == "__main__":
    main()
