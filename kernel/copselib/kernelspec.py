"""The kernel's class path, its kernelspec "Java (Copse)" and its archive of loaded classes."""

import json
import os
import shutil
from pathlib import Path

from copselib import kernelcode, maven, process, stamps
from copselib.problem import Problem
from copselib.project import DISPLAY_NAME, KERNEL_NAME, say

# JJava reports on stderr that its loops have started; a user's own log messages stay as they are.
LOGGING = """handlers=java.util.logging.ConsoleHandler
.level=INFO
Loop-Heartbeat-0.level=WARNING
Loop-Shell-0.level=WARNING
Loop-Shell-1.level=WARNING
Loop-Control-0.level=WARNING
"""


def install(project, jdk, environ):
    """Brings class path, kernelspec and archive up to date; returns in a moment when nothing has changed."""
    stamp = project.kernelspec / "made-from"
    jars = _jars(project)
    warm_up = project.kernel / "warm-up.jshell"
    inputs = [project.kernel / "copselib" / "kernelspec.py", warm_up, *kernelcode.sources(project), *jars]
    key = stamps.of_text(jdk.java, jdk.version, project.venv, stamps.of_tree(project.root, *inputs))
    if stamps.matches(stamp, key):
        return
    say(f"installing the kernel \"{DISPLAY_NAME}\" for the JDK {jdk.version} ...")
    own = kernelcode.compile(project, jdk, jars[0])
    hashes = _copy([*jars, own] if own else jars, project.kernelspec / "lib")
    kernelcode.zip_sources(project, project.kernelspec)
    (project.kernelspec / "logging.properties").write_text(LOGGING, encoding="ascii")
    archive = "classes-%s.jsa" % stamps.of_text(jdk.java, jdk.version, project.kernelspec, stamps.of_content(warm_up), *hashes)[:16]
    spec = specification(jdk.java, archive, kernelcode.MAIN_CLASS if own else kernelcode.JJAVA_CLASS)
    (project.kernelspec / "kernel.json").write_text(json.dumps(spec, indent=2) + "\n", encoding="utf-8")
    _archive(project, project.kernelspec / archive, warm_up, environ)
    stamps.write(stamp, key)


def specification(java, archive, main_class):
    """Returns the kernel.json: the kernel started directly, without JJava's launcher and its second JVM."""
    options = [
        # A missing or stale archive is no error: the kernel then starts a second slower.
        "-Xshare:auto",
        "-XX:SharedArchiveFile={resource_dir}/" + archive,
        "-Xlog:disable",
        "-XX:-UsePerfData",
        # Start-up code is hot for a second only: the optimising compiler waits ten times longer before it takes a method,
        # a quarter less processor time at start. What it does to long runs is measured in src/jmh/README.md.
        "-XX:Tier4InvocationThreshold=50000",
        "-XX:Tier4MinInvocationThreshold=6000",
        "-XX:Tier4CompileThreshold=150000",
        "-XX:Tier4BackEdgeThreshold=400000",
        # G1 begins with 19 MB for new objects and collects eight times before the first plot is shown and a few cells have
        # run, pausing each time; with this much, once or not at all. It grows and collects as ever beyond that.
        "-XX:NewSize=96m",
        "-Dfile.encoding=UTF-8",
        "-Djava.awt.headless=true",
        "-Dcopse.sources={resource_dir}/" + kernelcode.SOURCES,
        "-Djava.util.logging.config.file={resource_dir}/logging.properties",
        "--add-opens",
        "jdk.jshell/jdk.jshell=ALL-UNNAMED",
        "-cp",
        os.path.join("{resource_dir}", "lib", "*"),
    ]
    return {
        "argv": [str(java), *options, main_class, "{connection_file}"],
        "display_name": DISPLAY_NAME,
        "language": "java",
        "interrupt_mode": "message",
        "metadata": {},
    }


def _jars(project):
    jjava = project.venv / "share" / "jupyter" / "kernels" / "java" / "jjava.jar"
    if not jjava.is_file():
        raise Problem(f"The kernel cannot be installed: the Python package jjava must bring {jjava}, did not. Delete .venv and run again.")
    return [jjava, maven.jar(project), *sorted(project.built_jars.glob("*.jar"))]


def _copy(jars, lib):
    """Copies what differs and removes the rest: a jar with a new time stamp would make the class archive useless."""
    lib.mkdir(parents=True, exist_ok=True)
    hashes = []
    try:
        for surplus in {path.name for path in lib.iterdir()} - {jar.name for jar in jars}:
            (lib / surplus).unlink()
        for jar in jars:
            content, copy = stamps.of_content(jar), lib / jar.name
            if not copy.is_file() or stamps.of_content(copy) != content:
                shutil.copyfile(jar, copy)
            hashes.append(jar.name + content)
    except PermissionError as failure:
        raise Problem(f"The kernel cannot be updated: its jars must not be in use, but {failure.filename} is. Shut running Java kernels down and run again.")
    return hashes


def _archive(project, archive, warm_up, environ):
    if archive.is_file():
        return
    script = project.inside / "warm_up.py"
    log = project.state / "warm-up.log"
    command = [project.venv_python, script, project.kernelspec, archive, warm_up]
    code, _ = process.logged(command, log, project.root, project.jupyter_environ(environ))
    if code != 0:
        say(f"the archive of loaded classes was not written; the kernel works, but starts more slowly (why: {log})")
        return
    for old in sorted(project.kernelspec.glob("classes-*.jsa"), key=lambda path: path.stat().st_mtime)[:-3]:
        old.unlink()  # each JDK in use keeps its own; older ones are 30 MB of waste
