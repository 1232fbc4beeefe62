"""Finding Maven and building Copse with it."""

import os
import re
import shutil
from pathlib import Path

from copselib import process, stamps, system
from copselib.problem import Problem
from copselib.project import say

OLDEST = (3, 8, 6)
INSTALL = (
    "Install Maven 3.8.6 or newer (Debian and Ubuntu: sudo apt install maven; macOS: brew install maven; "
    "Windows: unpack the zip from the Maven site) and put its bin folder on the PATH."
)
# Packaging only: the tests, the formatter, coverage and Javadoc belong to `copse.py test`.
PACKAGE = (
    "-B", "-ntp", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "-Djacoco.skip=true",
    "-Dmaven.javadoc.skip=true", "-Dmaven.source.skip=true", "package",
)  # fmt: skip
VERIFY = ("-B", "-ntp", "verify")
SOURCES = ("pom.xml", ".mvn", "src/main", "datasets")
_NETWORK = re.compile(
    r"Could not transfer|Unknown host|UnknownHost|Connection refused|Connection reset|Connect timed out|Read timed out"
    r"|Connection timed out|Network is unreachable|PKIX|name resolution|proxy|was not found in .* during a previous attempt",
    re.IGNORECASE,
)


def find(environ):
    """Returns the path of Maven, as this platform spells it; its version is checked."""
    path = environ.get("PATH")
    for folder in (environ.get("MAVEN_HOME"), environ.get("M2_HOME")):
        if folder:
            path = os.pathsep.join((path or "", str(Path(folder) / "bin")))
    mvn = next(filter(None, (shutil.which(name, path=path) for name in system.scripts())), None)
    if not mvn:
        raise Problem(f"Copse cannot be built: Maven must be on the PATH, was not found. {INSTALL}")
    return mvn


def check(mvn, environ):
    """Raises a Problem for a Maven that is too old or does not start."""
    try:
        code, output = process.capture([mvn, "--version"])
    except OSError as failure:
        code, output = 1, str(failure)
    found = re.search(r"Apache Maven (\d+)\.(\d+)\.(\d+)", output)
    if code != 0 or not found:
        raise Problem(f"Copse cannot be built: Maven ({mvn}) must start, did not. It said:\n{process.last_lines(output, 3)}\n{INSTALL}")
    version = tuple(int(part) for part in found.groups())
    if version < OLDEST:
        raise Problem(f"Copse cannot be built: Maven must be 3.8.6 or newer, was {'.'.join(found.groups())} ({mvn}). {INSTALL}")


def key(project):
    """Returns what a build depends on."""
    return stamps.of_tree(project.root, *SOURCES)


def stamp(project):
    """Lies in target/, so that `mvn clean` removes it with the jar."""
    return project.target / "kernel" / "built"


def jar(project):
    """Returns Copse's jar, or None before the first build."""
    jars = [
        path
        for path in project.target.glob("copse-*.jar")
        if not path.name.endswith(("-sources.jar", "-javadoc.jar", "-tests.jar"))
    ]
    return max(jars, key=lambda path: path.stat().st_mtime, default=None)


def is_built(project):
    """Tells whether the jar is there and no source has changed since."""
    return jar(project) is not None and project.built_jars.is_dir() and stamps.matches(stamp(project), key(project))


def build(project, jdk, environ):
    """Builds the jar and copies the dependencies, unless nothing has changed."""
    if is_built(project):
        return
    mvn = find(environ)
    check(mvn, environ)
    wanted = key(project)
    say("building Copse with Maven (the first time this downloads some 200 MB) ...")
    log = project.target / "kernel" / "maven.log"
    code, output = process.logged([mvn, *PACKAGE], log, project.root, jdk.environ(environ))
    if code != 0:
        raise failure(code, output, log)
    stamps.write(stamp(project), wanted)


def verify(project, jdk, environ):
    """Runs every Java test and check with its output on the terminal; returns Maven's exit code."""
    mvn = find(environ)
    check(mvn, environ)
    wanted = key(project)
    code = process.attached([mvn, *VERIFY], project.root, jdk.environ(environ))
    if code == 0:
        stamps.write(stamp(project), wanted)
    return code


def failure(code, output, log):
    """Returns the Problem that tells a build error from a network one."""
    errors = "\n".join(line for line in output.splitlines() if "ERROR" in line) or output
    shown = process.last_lines("\n".join(errors.splitlines()[:8]))
    if _NETWORK.search(errors):
        return Problem(
            "Copse cannot be built: Maven must reach its repository, could not. Check the network; behind a proxy, describe it "
            f"under <proxies> in .m2/settings.xml of your home folder; then run the same command again. Maven said:\n{shown}\n    (all of it: {log})"
        )
    return Problem(f"Copse cannot be built: Maven must succeed, ended with {code}. Correct what it names and run again. Maven said:\n{shown}\n    (all of it: {log})")
