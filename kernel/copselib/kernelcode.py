"""Copse's own kernel class, compiled against the installed JJava, and the sources that Shift-Tab reads."""

import shutil
import zipfile

from copselib import process
from copselib.project import say

MAIN_CLASS = "org.copse.kernel.Main"
JJAVA_CLASS = "org.dflib.jjava.distro.JJava"
JAR = "copse-kernel.jar"
SOURCES = "copse-sources.zip"


def sources(project):
    """Returns the kernel's own source files."""
    return sorted((project.kernel / "java").rglob("*.java"))


def compile(project, jdk, jjava):
    """Compiles the kernel class into a jar under .venv and returns it; None, and a line, if this JJava does not fit it."""
    work = project.state / "kernel-classes"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    log = project.state / "kernel-classes.log"
    javac = jdk.program("javac")
    command = [javac, "--release", "17", "-encoding", "UTF-8", "-nowarn", "-proc:none", "-cp", jjava, "-d", work, *sources(project)]
    code, output = process.logged(command, log, project.root)
    if code != 0:
        say(f"the kernel runs as plain JJava, with longer completion lists and errors, because its class did not compile (why: {log})")
        return None
    jar = project.state / JAR
    _zip(jar, work, sorted(work.rglob("*.class")))
    return jar


def zip_sources(project, folder):
    """Writes Copse's sources where the kernel looks for Javadoc."""
    java = project.root / "src" / "main" / "java"
    _zip(folder / SOURCES, java, sorted(java.rglob("*.java")))


def _zip(archive, root, files):
    # One fixed date: the same content gives the same bytes, and so the same class archive.
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for file in files:
            entry = zipfile.ZipInfo(file.relative_to(root).as_posix(), (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, file.read_bytes())
