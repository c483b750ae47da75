#!/usr/bin/env python3
"""Compares what two builds report on folders of Go code: findings with all their steps, warnings, exit codes.

    benches/findings.py --before /tmp/old/bodyguard --after target/release/bodyguard ../moby ../kubernetes

    --before PROGRAM   the build to compare with
    --after PROGRAM    the build of the change (target/release/bodyguard)
    --args ARGS        further arguments of both, such as "--threads 1" or "--strict-parse"
    --named N          name N files of each folder instead of the folder, three times with other files (0)

Each folder is checked by both; what differs is printed line by line, `-` for what only the first reports and `+` for what
only the second does. Exits with 1 if anything differs. Findings that are gone or new belong into the commit, with the reason.
"""

import argparse
import difflib
import json
import pathlib
import random
import shlex
import subprocess
import sys


def report(program, folder, args, paths):
    command = [program, "check", "--no-progress", "--exit-zero", "--output-format", "json-lines", *args, *paths]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace")
    lines = [f"exit {done.returncode}"] if done.returncode else []
    for line in done.stdout.splitlines():
        try:
            finding = json.loads(line)
        except ValueError:
            lines.append(line)
            continue
        lines.append(json.dumps(finding, sort_keys=True, ensure_ascii=False))
    # The last line of the summary has times in it.
    lines += sorted(line for line in done.stderr.splitlines() if line.startswith(("warning:", "error:")))
    return lines


def runs(folder, named):
    if not named:
        return [("", ["."])]
    files = sorted(str(path.relative_to(folder)) for path in pathlib.Path(folder).rglob("*.go") if "vendor" not in path.parts)
    chosen = []
    for seed in range(3):
        some = random.Random(seed).sample(files, min(named, len(files)))
        chosen.append((f" ({named} files, seed {seed})", sorted(some)))
    return chosen


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", required=True)
    parser.add_argument("--after", default="target/release/bodyguard")
    parser.add_argument("--args", default="")
    parser.add_argument("--named", type=int, default=0)
    parser.add_argument("folders", nargs="+")
    options = parser.parse_args()
    before, after = (str(pathlib.Path(program).resolve()) for program in (options.before, options.after))
    args = shlex.split(options.args)
    differences = 0
    for folder in options.folders:
        for label, paths in runs(folder, options.named):
            old, new = report(before, folder, args, paths), report(after, folder, args, paths)
            changed = [line for line in difflib.unified_diff(old, new, lineterm="", n=0) if line[:1] in "+-"][2:]
            differences += len(changed)
            print(f"{pathlib.Path(folder).name}{label}: {len(old)} lines before, {len(new)} after, {len(changed)} differ")
            print("".join(f"  {line}\n" for line in changed), end="")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
