"""Runs Copse without Jupyter: in jshell and in jbang, with a browser that only notes what it is given, and without one.

    .venv/bin/python src/check/shells.py [--jdk25 HOME] [--no-jbang]

Set up the project first (kernel/copse.py setup). jbang and what it needs come from Maven's central repository into target/jbang/.
Prints a line a run; returns 1 if a value did not show as text or a page did not reach the browser.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from kernels import KERNELS, ROOT, installed_java, jars  # noqa: E402

JBANG = "0.132.1"
TEXT = "Risk ratio"
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>check</groupId><artifactId>jbang</artifactId><version>1</version>
<dependencies><dependency><groupId>dev.jbang</groupId><artifactId>jbang-cli</artifactId><version>%s</version></dependency></dependencies></project>"""


def browser(folder):
    """Writes a program that notes the address it is given, and returns it with the file of its notes."""
    notes, program = folder / "opened", folder / "a browser"
    program.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$1\" >> '{notes}'\n", encoding="utf-8")
    program.chmod(0o755)
    return program, notes


def pages(notes, wanted):
    """Returns the pages that reached the browser; each must be a file that holds a picture or a table and loads nothing."""
    for _ in range(200):
        if notes.is_file() and len(notes.read_text().splitlines()) >= wanted:
            break
        time.sleep(0.05)
    found = notes.read_text().splitlines() if notes.is_file() else []
    texts = [Path(urllib.parse.unquote(urllib.parse.urlparse(url).path)).read_text(encoding="utf-8") for url in found]
    return [text for text in texts if ("data:image/svg+xml" in text or "<svg" in text or "<table" in text) and 'src="http' not in text]


def said(name, done, opened, wanted, started):
    """Prints what a run did; returns whether it did it."""
    text = done.stdout
    fit = next((line.strip() for line in text.splitlines() if TEXT in line), None)
    good = done.returncode == 0 and fit is not None and opened == wanted
    wrong = "" if good else f"  FAILED ({done.returncode}): {(done.stderr or text).strip().splitlines()[-1:]}"
    print(f"{name:52} {time.monotonic() - started:5.1f} s  text: {fit!r}; {opened} of {wanted} pages in the browser{wrong}", flush=True)
    return good


def environ(folder, named):
    """Returns an environment without a screen, and with the browser if it is named."""
    here = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")}
    return {**here, "JAVA_TOOL_OPTIONS": f"-Djava.io.tmpdir={folder}", **({"BROWSER": str(named)} if named else {})}


def jshell(java, label):
    """The script of the docs in jshell: with a browser, then without one, where the text must name the pages."""
    command = [str(Path(java).parent / "jshell"), "--class-path", os.pathsep.join(map(str, jars())), str(ROOT / "docs/shell/bcg.jsh")]
    good = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        program, notes = browser(folder)
        started = time.monotonic()
        done = subprocess.run(command, env=environ(folder, program), capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        good &= said(f"jshell, JDK {label}", done, len(pages(notes, 2)), 2, started)
        started = time.monotonic()
        done = subprocess.run(command, env=environ(folder, None), capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        good &= said(f"jshell, JDK {label}, no screen", done, 0, 0, started) and done.stdout.count("The page is in") == 2
        print(f"    {next((line for line in done.stdout.splitlines() if 'The page is in' in line), 'no line says where the page is').replace(name, 'TEMP')}")
    return good


def published(folder):
    """Lays Copse's jar and pom out as a Maven repository, so that //DEPS finds it as it will once published."""
    jar = next((ROOT / "target").glob("copse-*[!s].jar"))
    version = jar.stem.removeprefix("copse-")
    target = folder / "org/copse/copse" / version
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(jar, target)
    shutil.copy(ROOT / "pom.xml", target / f"copse-{version}.pom")
    return folder.as_uri()


def jbang(java):
    """The file of the docs in jbang, which names Copse as a dependency."""
    home = ROOT / "target/jbang"
    home.mkdir(parents=True, exist_ok=True)
    (home / "pom.xml").write_text(POM % JBANG, encoding="utf-8")
    if not list((home / "lib").glob("jbang-cli-*.jar")):
        fetch = ["mvn", "-q", "-B", "-f", str(home / "pom.xml"), "dependency:copy-dependencies", "-DoutputDirectory=lib"]
        subprocess.run(fetch, check=True, shell=os.name == "nt")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        program, notes = browser(folder)
        here = {**environ(folder, program), "JBANG_DIR": str(home / "home"), "JBANG_NO_VERSION_CHECK": "true", "JAVA_HOME": str(Path(java).parents[1])}
        started = time.monotonic()
        repositories = f"local={published(home / 'repo')},central"
        run = [str(java), "-cp", str(home / "lib" / "*"), "dev.jbang.Main", "run", "--repos", repositories, str(ROOT / "docs/shell/Bcg.java")]
        done = subprocess.run(run, env=here, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        if done.returncode == 255:  # jbang prints the command, and its start script runs it
            done = subprocess.run(done.stdout, shell=True, env=here, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
        return said(f"jbang {JBANG}, //DEPS", done, len(pages(notes, 1)), 1, started)


def main():
    """Runs what is there and prints a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jdk25", type=Path, metavar="HOME")
    parser.add_argument("--no-jbang", action="store_true")
    options = parser.parse_args()
    if not (KERNELS / "copse-java").is_dir():
        raise SystemExit("jshell cannot be tried: the kernel must be set up, was not. Run kernel/copse.py setup.")
    java = installed_java()
    good = jshell(java, "as installed")
    if options.jdk25:
        good &= jshell(options.jdk25 / "bin/java", "25")
    if not options.no_jbang:
        good &= jbang(java)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
