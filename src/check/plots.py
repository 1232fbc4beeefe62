#!/usr/bin/env python3
"""Copse's plots beside those of R's metafor and meta, of the same data: pictures in target/plots, times side by side.

    python3 src/check/plots.py [--class-path PATH]

Compiles Copse's benchmarks with Maven unless a class path that holds them is given; needs Rscript with metafor, meta and
metadat. Both times are medians in one process that is warm: R's from opening a PDF file to closing it, Copse's from
the fit to the written SVG file.
"""

import argparse
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "target" / "plots"


def times(command):
    """Runs a program that prints `name<tab>seconds` lines."""
    done = subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, check=True)
    return {name: float(value) for name, value in (line.split("\t") for line in done.stdout.splitlines() if "\t" in line)}


def class_path():
    """The class path of the benchmarks, compiled first."""
    subprocess.run(
        ["mvn", "-q", "-B", "-Pjmh", "-Dspotless.check.skip", "-Djacoco.skip", "test-compile",
         "dependency:build-classpath", "-Dmdep.outputFile=target/jmh.classpath"],
        cwd=ROOT, check=True)
    return os.pathsep.join(["target/test-classes", "target/classes", (ROOT / "target/jmh.classpath").read_text().strip()])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--class-path", help="class path that holds org.copse.jmh.PlotsBeside")
    asked = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = asked.class_path or class_path()
    ours = times(["java", "-Djava.awt.headless=true", "-cp", path, "org.copse.jmh.PlotsBeside", str(FOLDER)])
    theirs = times(["Rscript", "src/check/plots.R", str(FOLDER)])
    print(f"{'plot':12}{'program':10}{'R':>12}{'Copse':>12}{'ratio':>8}")
    for name, seconds in theirs.items():
        plot, program = name.split()
        own = ours[plot]
        print(f"{plot:12}{program:10}{seconds * 1e3:9.1f} ms{own * 1e3:9.2f} ms{seconds / own:8.1f}")


if __name__ == "__main__":
    main()
