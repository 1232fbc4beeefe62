#!/usr/bin/env python3
"""Kernel start to the first forest plot shown, Copse beside R, in one run: prints seconds, ratios and idle memory.

    .venv/bin/python src/jmh/start.py [--repeat 5] [--jdk25 HOME]

Run it after `python3 kernel/copse.py setup`. R needs the packages IRkernel and metafor; what is missing is said and left
out. Each figure is the median of the repetitions, which take turns so that both sides meet the same load.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / ".venv" / "share" / "jupyter" / "kernels" / "copse-java"
COPSE = (
    'ForestPlot.of(RandomEffects.of(Trials.of(Datasets.bcgVaccine()).study("author", "year")'
    '.binary("tpos", "tn", "cpos", "cn").as(RISK_RATIO)))'
)
R = (
    "suppressMessages(library(metafor)); d <- escalc('RR', ai=tpos, bi=tneg, ci=cpos, di=cneg, data=dat.bcg); "
    "forest(rma(yi, vi, data=d))"
)


def copse_spec(archive=None, java=None):
    """Returns our kernelspec; with another JDK and the archive made for it, if these are given."""
    spec = json.loads((SPEC / "kernel.json").read_text(encoding="utf-8"))
    argv = [part.replace("{resource_dir}", str(SPEC)) for part in spec["argv"]]
    if java:
        argv[0] = str(java)
        argv = [f"-XX:SharedArchiveFile={archive}" if part.startswith("-XX:SharedArchiveFile=") else part for part in argv]
    return KernelSpec(argv=argv, display_name="Copse", language="java", interrupt_mode="message")


def archive_for(java, folder):
    """Writes the class archive for another JDK, as the installation does for its own."""
    script = ROOT / "kernel" / "inside" / "warm_up.py"
    spec = Path(folder) / "spec"
    spec.mkdir()
    text = json.loads((SPEC / "kernel.json").read_text(encoding="utf-8"))
    text["argv"] = [str(java), *(part.replace("{resource_dir}", str(SPEC)) for part in text["argv"][1:])]
    (spec / "kernel.json").write_text(json.dumps(text), encoding="utf-8")
    archive = Path(folder) / "classes.jsa"
    subprocess.run([sys.executable, str(script), str(spec), str(archive), str(ROOT / "kernel" / "warm-up.jshell")], check=True, stdout=subprocess.DEVNULL)
    return archive


def r_spec():
    """Returns R's kernel, or None where R or IRkernel is missing."""
    check = "if (!all(sapply(c('IRkernel', 'metafor'), requireNamespace, quietly=TRUE))) quit(status=1)"
    if shutil.which("Rscript") is None or subprocess.run(["Rscript", "-e", check], capture_output=True, check=False).returncode:
        return None
    return KernelSpec(argv=["R", "--slave", "-e", "IRkernel::main()", "--args", "{connection_file}"], display_name="R", language="R")


def run(spec, forest, trivial):
    """Returns seconds from start to the shown plot, of a trivial cell after it, and the idle kernel's memory in MB."""
    manager = KernelManager()
    manager._kernel_spec = spec
    start = time.monotonic()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=120)
        shown = execute(client, forest)
        plot = time.monotonic() - start
        if not any(kind in data for data in shown for kind in ("image/svg+xml", "image/png")):
            raise SystemExit(f"{spec.display_name}: no plot was shown")
        times = []
        for _ in range(5):
            begun = time.monotonic()
            execute(client, trivial)
            times.append(time.monotonic() - begun)
        time.sleep(8)  # JShell's index of packages is made when two seconds were idle
        return plot, statistics.median(times), memory(manager.provisioner.process.pid)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def execute(client, code):
    """Runs a cell; returns what it displayed."""
    shown = []

    def hook(message):
        if message["msg_type"] in ("execute_result", "display_data"):
            shown.append(message["content"]["data"])

    reply = client.execute_interactive(code, timeout=120, output_hook=hook)["content"]
    if reply["status"] != "ok":
        raise SystemExit(f"the cell failed: {reply}")
    return shown


def memory(process):
    """Returns the resident memory in MB where the system tells it (Linux), else NaN."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return float("nan")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def main():
    """Runs all sides in turn and prints one line each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--jdk25", metavar="HOME", help="a second JDK, with a class archive made for this run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sides = {"Copse, installed JDK": (copse_spec(), COPSE, "1 + 1")}
        if options.jdk25:
            java = Path(options.jdk25) / "bin" / "java"
            sides["Copse, " + Path(options.jdk25).name] = (copse_spec(archive_for(java, folder), java), COPSE, "1 + 1")
        r = r_spec()
        if r is None:
            print("R with IRkernel and metafor was not found: no ratios")
        else:
            sides["R, IRkernel and metafor"] = (r, R, "1 + 1")
        runs = {name: [] for name in sides}
        for _ in range(options.repeat):
            for name, side in sides.items():
                runs[name].append(run(*side))
    report(runs)


def report(runs):
    """Prints medians, and each side's time to the plot over R's."""
    base = next((name for name in runs if name.startswith("R,")), None)
    reference = statistics.median(plot for plot, _, _ in runs[base]) if base else None
    print(f"{'':<28}{'to the plot':>12}{'over R':>9}{'trivial cell':>14}{'memory':>10}")
    for name, values in runs.items():
        plot, trivial, used = (statistics.median(column) for column in zip(*values))
        ratio = f"{plot / reference:.2f}" if reference else ""
        print(f"{name:<28}{plot:>10.2f} s{ratio:>9}{trivial * 1000:>11.0f} ms{used:>7.0f} MB")


if __name__ == "__main__":
    main()
