"""Finding a JDK that can run the kernel and build Copse."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from copselib import process, system
from copselib.problem import Problem

OLDEST = 17
INSTALL = (
    "Install a JDK 17 or newer (Debian and Ubuntu: sudo apt install openjdk-17-jdk-headless; macOS: brew install openjdk@17; "
    "Windows: winget install EclipseAdoptium.Temurin.17.JDK), or name one with --jdk or JAVA_HOME."
)


@dataclass(frozen=True)
class Jdk:
    """A JDK's home folder and the version it reports."""

    home: Path
    version: str

    @property
    def java(self):
        return program(self.home, "java")

    def program(self, name):
        return program(self.home, name)

    def environ(self, environ):
        """Returns the environment that makes Maven use this JDK."""
        return {**environ, "JAVA_HOME": str(self.home)}


def program(home, name):
    """Returns the full path of one of a JDK's programs, as the platform spells it."""
    return Path(home) / "bin" / system.executable(name)


def find(option, environ):
    """Returns the JDK named by --jdk, else by JAVA_HOME, else the `java` on the PATH; checked."""
    origin, java = _candidate(option, environ)
    try:
        code, output = process.capture([java, "-XshowSettings:properties", "-version"])
    except OSError as failure:
        raise Problem(f"No JDK found: {origin} must be a JDK, but its java could not be started ({failure}). {INSTALL}")
    home, version = _setting(output, "java.home"), _setting(output, "java.version")
    if code != 0 or not home or not version:
        raise Problem(f"No JDK found: {origin} must be a JDK, but its java did not start. {INSTALL}")
    if major(version) < OLDEST:
        raise Problem(f"This JDK cannot be used: {origin} must be version {OLDEST} or newer, was {version}. {INSTALL}")
    _check_complete(origin, home)
    full = _setting(output, "java.vm.version") or version
    return Jdk(Path(home), full)


def major(version):
    """Returns 17 for 17.0.15, 8 for 1.8.0_402, 26 for 26-ea."""
    numbers = [int(part) for part in re.findall(r"\d+", version)]
    return numbers[1] if numbers[0] == 1 and len(numbers) > 1 else numbers[0]


def _candidate(option, environ):
    for origin, home in (("--jdk", option), ("JAVA_HOME", environ.get("JAVA_HOME"))):
        if home:
            java = program(home, "java")
            if not java.is_file():
                java = program(Path(home) / "Contents" / "Home", "java")  # what macOS shows as one thing
            if not java.is_file():
                raise Problem(f"No JDK found: {origin} must be the home folder of a JDK, was '{home}' without {java.name}. {INSTALL}")
            return f"{origin} '{home}'", java
    java = shutil.which("java", path=environ.get("PATH"))
    if not java:
        raise Problem(f"No JDK found: JAVA_HOME is not set and there is no java on the PATH. {INSTALL}")
    return f"the java on the PATH ({java})", java


def _setting(output, name):
    found = re.search(r"^\s*" + re.escape(name) + r" = (.+)$", output, re.MULTILINE)
    return found.group(1).strip() if found else None


def _check_complete(origin, home):
    # Debian's JRE lists every module and still has no compiler to build with, so javac is looked for as well.
    _, output = process.capture([program(home, "java"), "--list-modules"])
    modules = {line.split("@")[0].strip() for line in output.splitlines()}
    missing = [name for name in ("jdk.jshell", "jdk.compiler") if name not in modules]
    if not program(home, "javac").is_file():
        missing.append("javac")
    if missing:
        raise Problem(f"This Java cannot be used: {origin} must be a full JDK, was a run-time only (no {', '.join(missing)}). {INSTALL}")
