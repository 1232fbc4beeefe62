#!/usr/bin/env python3
"""Copse beside R's metafor and meta and Python's PyMARE, in one run on one machine: prints times and ratios.

    python3 src/jmh/beside.py [--pymare FOLDER]

Compiles Copse with Maven if need be, makes a virtual environment for PyMARE under target/ (or in FOLDER) and uses Rscript
with metafor, lme4, BiasedUrn and meta where they are installed; what is missing is said and left out. Every time is the least of several runs.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PYMARE = """
import time
import numpy as np
from pymare.estimators import DerSimonianLaird, VarianceBasedLikelihoodEstimator
random = np.random.default_rng(3)
k, n = 15, 100_000
v = random.uniform(0.02, 0.32, (k, n))
y = 0.3 + np.sqrt(v + 0.05) * random.standard_normal((k, n))
x = np.ones((k, 1))
def least(repetitions, work):
    best = float("inf")
    for _ in range(repetitions):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best
print("batch-dl", least(15, lambda: DerSimonianLaird().fit(y=y, v=v, X=x)), flush=True)
for part in (1000, 100_000):
    reml = lambda: VarianceBasedLikelihoodEstimator(method="REML").fit(y=y[:, :part], v=v[:, :part], X=x)
    print("batch-reml" if part == n else "batch-reml-1000", least(2 if part == n else 15, reml), flush=True)
"""

METAFOR = """
suppressMessages(library(metafor))
ai <- c(4,6,3,62,33,180,8,505,29,17,186,5,27); bi <- c(119,300,228,13536,5036,1361,2537,87886,7470,1699,50448,2493,16886)
ci <- c(11,29,11,248,47,372,10,499,45,65,141,3,29); di <- c(128,274,209,12619,5761,1079,619,87892,7232,1600,27197,2338,17825)
d <- escalc("RR", ai=ai, bi=bi, ci=ci, di=di)
least <- function(n, f) min(replicate(n, { s <- proc.time()[[3]]; f(); proc.time()[[3]] - s }))
many <- function(f) least(5, function() for (i in 1:50) f()) / 50
cat("version", as.character(packageVersion("metafor")), "\\n")
cat("dl-fit", many(function() rma(yi, vi, data=d, method="DL")), "\\n")
cat("reml-fit", many(function() rma(yi, vi, data=d, method="REML")), "\\n")
glmm <- function(model) rma.glmm(measure="OR", ai=ai, bi=bi, ci=ci, di=di, model=model)
has <- function(package) requireNamespace(package, quietly=TRUE)
timed <- function(name, needs, n, f) if (has(needs)) cat(name, least(n, f), "\\n") else cat(paste0("without-", needs), name, "\\n")
timed("glmm", "lme4", 3, function() glmm("UM.FS"))
timed("glmm-exact", "BiasedUrn", 1, function() glmm("CM.EL"))
if (has("meta")) {
  cat("meta-version", as.character(packageVersion("meta")), "\\n")
  both <- function() meta::metabin(ai, ai + bi, ci, ci + di, sm="RR")
  cat("metabin", least(5, function() for (i in 1:10) both()) / 10, "\\n")
} else cat("without-meta metabin\\n")
if (has("survival")) {
  set.seed(7); n <- 100000; p <- data.frame(t=rexp(n, 0.001), e=rbinom(n, 1, 0.6), g=rbinom(n, 1, 0.5))
  cat("survival-version", as.character(packageVersion("survival")), "\\n")
  cat("survfit", least(5, function() survival::survfit(survival::Surv(t, e) ~ g, data=p)), "\\n")
  cat("survdiff", least(5, function() survival::survdiff(survival::Surv(t, e) ~ g, data=p)), "\\n")
} else cat("without-survival survfit\\n")
set.seed(7); v <- runif(2000, .02, .32); y <- .3 + sqrt(v + .05) * rnorm(2000)
cat("reml-2000", least(1, function() rma(y, v, method="REML")), "\\n")
"""


def lines(command, **options):
    """Runs a program that prints `name value` lines."""
    done = subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, **options)
    pairs = [line.split() for line in done.stdout.splitlines() if line.strip()]
    return done.returncode, {name: value for name, value in pairs}


def copse():
    """Copse's times; compiles with the jmh profile first."""
    subprocess.run(
        ["mvn", "-q", "-B", "-Pjmh", "-Dspotless.check.skip", "-Djacoco.skip", "test-compile",
         "dependency:build-classpath", "-Dmdep.outputFile=target/jmh.classpath"],
        cwd=ROOT, check=True)
    path = os.pathsep.join(["target/test-classes", "target/classes", (ROOT / "target/jmh.classpath").read_text().strip()])
    code, found = lines(["java", "-cp", path, "org.copse.jmh.Beside"])
    if code != 0:
        sys.exit("Copse's own run failed.")
    return found


def pymare(folder):
    """PyMARE's times, from an environment of its own."""
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    if subprocess.run([str(python), "-c", "import pymare"], stderr=subprocess.DEVNULL).returncode != 0:
        installed = subprocess.run([str(folder / "bin" / "pip"), "install", "-q", "pymare"])
        if installed.returncode != 0:
            print("PyMARE could not be installed: left out.")
            return {}
    return lines([str(python), "-W", "ignore", "-c", PYMARE])[1]


def metafor():
    """metafor's times, if there is R."""
    if shutil.which("Rscript") is None:
        print("No Rscript: metafor left out.")
        return {}
    code, found = lines(["Rscript", "-e", METAFOR], stderr=subprocess.DEVNULL)
    if code != 0 and not found:
        print("R has no metafor: left out.")
    for name, value in found.items():
        if name.startswith("without-"):
            print(f"R has no {name.removeprefix('without-')}: {value} left out.")
    return found


def show(title, other, ours, names):
    """Times side by side with their ratio."""
    print(f"\n{title}")
    print(f"  {'':34}{'other':>13}{'Copse':>13}{'ratio':>9}")
    for name, mine, label in names:
        if name in other and mine in ours:
            theirs, own = float(other[name]), float(ours[mine])
            print(f"  {label:34}{theirs * 1e3:10.3f} ms{own * 1e3:10.4f} ms{theirs / own:9.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pymare", type=Path, default=ROOT / "target" / "pymare", help="folder of PyMARE's environment")
    asked = parser.parse_args()
    ours = copse()
    python = pymare(asked.pymare)
    r = metafor()
    show("PyMARE: sets of 15 studies, Copse on two threads", python, ours,
         [("batch-dl", "batch-dl", "DL, 100,000 sets"), ("batch-reml", "batch-reml", "REML, 100,000 sets")])
    if "batch-reml-1000" in python:
        hundred = float(python["batch-reml-1000"]) * 100
        print(f"  REML, 100 times its time for 1,000: {hundred * 1e3:10.3f} ms, ratio {hundred / float(ours['batch-reml']):.1f}")
    show(f"metafor {r.get('version', '')}", r, ours,
         [("dl-fit", "dl-fit", "DL fit, 13 trials"), ("reml-fit", "reml-fit", "REML fit, 13 trials"),
          ("glmm", "glmm", "GLMM, fixed study effects"), ("glmm-exact", "glmm-exact", "GLMM, conditional exact"),
          ("reml-2000", "reml-2000", "REML, k = 2,000")])
    show(f"R meta {r.get('meta-version', '')}", r, ours, [("metabin", "metabin", "metabin, common and random")])
    show(f"R survival {r.get('survival-version', '')}: 100,000 patients in two groups, from raw columns", r, ours,
         [("survfit", "survfit", "Kaplan-Meier curves"), ("survdiff", "survdiff", "log-rank test")])
    print("\nCopse alone")
    for name in ours:
        print(f"  {name:34}{float(ours[name]) * 1e3:12.4f} ms")
    print(f"  batch DL over merely reading: {float(ours['batch-dl']) / float(ours['read']):.2f}")


if __name__ == "__main__":
    main()
