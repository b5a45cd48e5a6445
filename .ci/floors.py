#!/usr/bin/env python3
"""Read the ladders kept beside this repository and compare the figures with `floors.txt`, which only ever rise.

usage: floors.py PROGRAM
"""
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SHARED = pathlib.Path(os.environ.get("LADDER_SHARED", HERE.parent.parent / "shared"))


def main(program):
    faults = []
    for folder, floors in read_floors().items():
        if not (SHARED / folder).is_dir():
            if os.environ.get("CI") == "true":
                sys.exit(f"floors: `{SHARED / folder}` is missing; continuous integration needs it")
            print(f"floors: skipped {folder}: no `{SHARED / folder}`")
            continue
        command = [SHARED / "tools/score", "--all", SHARED / folder, pathlib.Path(program).resolve(), "export"]
        ran = subprocess.run(command, capture_output=True, text=True)
        print(ran.stdout, ran.stderr, sep="")
        faults += compare(folder, floors, figures(ran.stdout))
    if faults:
        sys.exit("\n".join(faults))


def read_floors():
    """folder -> {figure: floor}; of `lost` and `unreadable` the floor is a ceiling."""
    rows = [line.split() for line in (HERE / "floors.txt").read_text().splitlines() if line and line[0] != "#"]
    head, *rest = rows
    return {row[0]: dict(zip(head[1:], map(float, row[1:]))) for row in rest}


def figures(printed):
    last = printed.strip().splitlines()[-1] if printed.strip() else ""
    return {name: float(value) for name, value in re.findall(r"([a-z]+) +([\d.]+)", last)}


def compare(folder, floors, found):
    faults = []
    for name, floor in floors.items():
        have = found.get(name)
        worse = have is None or (have > floor if name in ("lost", "unreadable") else have < floor)
        if worse:
            faults.append(f"floors: {folder}: {name} is {have}, the floor is {floor:g}")
        elif have != floor:
            print(f"floors: {folder}: {name} is {have}, the floor {floor:g} can be moved to it")
    return faults


if __name__ == "__main__":
    main(sys.argv[1])
