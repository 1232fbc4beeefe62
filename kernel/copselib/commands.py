"""The sub-commands: setup, lab, run, export, verify, test, install, uninstall, doctor."""

import argparse
import os
import shutil
from pathlib import Path

from copselib import doctor as doctors
from copselib import environment, jdk, kernelspec, maven, process, slowest, userkernels
from copselib.problem import Problem
from copselib.project import Project, say, warn


def main(arguments):
    """Runs one command; returns its exit code. Whatever a user can put right is one sentence, not a traceback."""
    options = _parser().parse_args(arguments)
    try:
        return options.command(Project.here(), options, dict(os.environ))
    except Problem as problem:
        warn(str(problem))
        return 1
    except KeyboardInterrupt:
        warn("stopped")
        return 130


def setup(project, options, environ):
    """Brings everything up to date: checks first, what takes minutes afterwards."""
    java = _checked(project, options, environ)
    environment.prepare(project, environ)
    maven.build(project, java, environ)
    _install(project, options, java, environ)
    if options.command is setup:
        say(f"ready: {project.kernelspec}")
    return 0


def lab(project, options, environ):
    """Opens JupyterLab on a folder."""
    if (options.folder or "").startswith("-"):  # `lab -- OPTION`: no folder named
        options.folder, options.rest = None, [options.folder, *options.rest]
    folder = Path(options.folder or project.notebooks).resolve()
    if not folder.is_dir():
        raise Problem(f"JupyterLab cannot be opened: the folder must exist, was '{folder}'. Name another one: copse.py lab DIR")
    setup(project, options, environ)
    _quiet(project)
    config = project.kernel / "lab_config.py"
    command = [project.venv_python, "-m", "jupyterlab", f"--config={config}", f"--ServerApp.root_dir={folder}"]
    return process.attached([*command, *options.rest], folder, project.jupyter_environ(environ))


def _quiet(project):
    # JupyterLab would ask each new user whether to fetch news from outside.
    overrides = project.venv / "share" / "jupyter" / "lab" / "settings" / "overrides.json"
    overrides.parent.mkdir(parents=True, exist_ok=True)
    overrides.write_text('{"@jupyterlab/apputils-extension:notification": {"fetchNews": "false"}}\n', encoding="utf-8")


def run(project, options, environ):
    """Executes notebooks and writes them with their outputs, and as pages, into a folder."""
    flags = (["--update"] if options.update else []) + (["--fold-code"] if options.fold_code else [])
    return _execute(project, options, environ, flags, project.target / "notebooks")


def export(project, options, environ):
    """Executes notebooks and writes each as one self-contained page with its data files, checksums and versions inside."""
    data = [Path(name).resolve() for name in options.data]
    for path in data:
        if not path.is_file():
            raise Problem(f"The notebook cannot be exported: a data file must exist, was '{path}'. Check its name.")
    flags = ["--supplement"] + (["--as-is"] if options.as_is else []) + (["--fold-code"] if options.fold_code else [])
    return _execute(project, options, environ, [*flags, "--data", *data, "--"], project.target / "supplements")


def verify(project, options, environ):
    """Executes notebooks again and lists every number that is no longer what the file shows; 1 if there is one."""
    notebooks = _notebooks(options)
    setup(project, options, environ)
    command = [project.venv_python, project.inside / "verify.py", "--timeout", options.timeout, *notebooks]
    return process.attached(command, project.root, project.jupyter_environ(environ))


def _execute(project, options, environ, flags, output):
    notebooks = _notebooks(options)
    if len({notebook.stem for notebook in notebooks}) < len(notebooks):
        raise Problem("The notebooks cannot be run: their names must differ, because all go into one output folder. Run them one by one.")
    setup(project, options, environ)
    output = Path(options.output or output).resolve()
    command = [project.venv_python, project.inside / "run.py", "--output", output, "--timeout", options.timeout, *flags, *notebooks]
    return process.attached(command, project.root, project.jupyter_environ(environ))


def _notebooks(options):
    notebooks = [Path(name).resolve() for name in options.notebooks]
    for notebook in notebooks:
        if not notebook.is_file():
            raise Problem(f"The notebook cannot be run: the file must exist, was '{notebook}'. Check its name.")
    return notebooks


def install(project, options, environ):
    """Makes the kernel known to every Jupyter of this user."""
    setup(project, options, environ)
    userkernels.install(project, options.name, environ)
    return 0


def uninstall(project, options, environ):
    """Removes this folder's kernels from the user's Jupyter, .venv and target/kernel; notebooks and pages stay."""
    removed = userkernels.remove(project, environ)
    for folder in (project.venv, project.target / "kernel"):
        if folder.exists():
            try:
                shutil.rmtree(folder)
            except PermissionError as failure:
                raise Problem(f"Copse cannot be uninstalled: {failure.filename} must not be in use. Shut running kernels and JupyterLab down and run again.")
            removed.append(folder)
    for folder in removed:
        say(f"removed {folder}")
    say("uninstalled" if removed else "nothing to remove")
    return 0


def doctor(project, options, environ):
    """Says what is wrong with the JDK, Maven, Python, the build and the kernel, and what to do; changes nothing."""
    reports = []
    for report in doctors.examine(project, options, environ):
        print(report, flush=True)
        reports.append(report)
    wrong = sum(1 for report in reports if not report.well)
    say("all is well" if not wrong else f"{wrong} problem{'s' if wrong > 1 else ''}; take the first one first")
    return 1 if wrong else 0


def test(project, options, environ):
    """Runs every test: Java with all checks of the build, then the kernel, the notebooks and the browser."""
    java = _checked(project, options, environ)
    environment.prepare(project, environ)
    environment.install(project, environ, "requirements-test.txt")
    if not options.skip_java:
        code = maven.verify(project, java, environ)
        for line in slowest.lines(project):
            say(line)
        if code != 0:
            warn("the Java tests and checks must pass, did not (see above); the notebook and browser tests were not started")
            return code
    maven.build(project, java, environ)
    _install(project, options, java, environ)
    command = [project.venv_python, "-m", "pytest", "src/test/python", "--durations=20", *options.rest]
    return process.attached(command, project.root, project.jupyter_environ(environ))


def _checked(project, options, environ):
    java = jdk.find(options.jdk, environ)
    environment.check()
    if not maven.is_built(project):
        maven.check(maven.find(environ), environ)
    return java


def _install(project, options, java, environ):
    kernelspec.install(project, java, environ)


def _parser():
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--jdk", metavar="PATH", help="the JDK to use (default: JAVA_HOME, then the java on the PATH)")
    parser = argparse.ArgumentParser(prog="copse.py", description="Sets up and starts Copse's Java kernel. Every command sets up what is missing first.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(function, summary):
        added = commands.add_parser(function.__name__, parents=[shared], help=summary, description=function.__doc__)
        added.set_defaults(command=function)
        return added

    command(setup, "set up only")
    opened = command(lab, "open JupyterLab")
    opened.add_argument("folder", nargs="?", metavar="DIR", help="default: notebooks/")
    opened.add_argument("rest", nargs="*", metavar="-- OPTION", help="options for JupyterLab, after --")
    executed = command(run, "execute notebooks; write .ipynb and self-contained .html")
    exported = command(export, "write notebooks as pages with data files, checksums and versions inside")
    exported.add_argument("--output", metavar="DIR", help="default: target/supplements/")
    exported.add_argument("--data", action="append", default=[], metavar="FILE", help="a data file to put in, beside those the code names")
    exported.add_argument("--as-is", action="store_true", help="take the outputs the notebook has instead of executing it")
    verified = command(verify, "execute notebooks again and list every number that changed")
    executed.add_argument("--output", metavar="DIR", help="default: target/notebooks/")
    executed.add_argument("--update", action="store_true", help="also write the outputs into the notebook itself")
    for added in (executed, exported):
        added.add_argument("--fold-code", action="store_true", help="close the code cells of the page; a click opens one")
    for added in (executed, exported, verified):
        added.add_argument("notebooks", nargs="+", metavar="NOTEBOOK")
        added.add_argument("--timeout", type=int, default=600, metavar="SECONDS", help="longest time for one cell (600)")
    tested = command(test, "run all tests: Maven's, the kernel's, the notebooks', the browser's")
    tested.add_argument("--skip-java", action="store_true", help="leave `mvn verify` out")
    tested.add_argument("rest", nargs="*", metavar="-- OPTION", help="options for pytest, after --")
    installed = command(install, "make the kernel known to every Jupyter of this user")
    installed.add_argument("--name", metavar="NAME", help="the kernel's name there (copse-java); two folders of Copse need two")
    command(uninstall, "remove the kernel, .venv and target/kernel")
    command(doctor, "say what is wrong with JDK, Maven, Python, build and kernel")
    return parser
