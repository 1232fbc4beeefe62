"""What the set-up says when something is missing: one sentence with the remedy. Programs are replaced by fakes."""

import os
import stat
from pathlib import Path

import pytest
from copselib import environment, jdk, kernelspec, maven, process, slowest, stamps
from copselib.commands import main
from copselib.problem import Problem
from copselib.project import Project

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the fakes are shell scripts; this needs a POSIX shell")


def fake(folder, name, script):
    """A program that prints what a test wants."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text("#!/bin/sh\n" + script, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return path


def fake_jdk(home, version, modules="java.base@1\njdk.jshell@1\njdk.compiler@1", javac=True):
    settings = f"    java.home = {home}\n    java.version = {version}\n    java.vm.version = {version}+1"
    script = f'if [ "$1" = --list-modules ]; then printf "{modules}"; else printf "%s\\n" "{settings}"; fi\n'
    fake(home / "bin", "java", script)
    if javac:
        fake(home / "bin", "javac", "exit 0\n")
    return home


def message(call, *arguments):
    with pytest.raises(Problem) as caught:
        call(*arguments)
    return str(caught.value)


def test_a_jdk_is_found_by_option_and_by_home(tmp_path):
    home = fake_jdk(tmp_path / "with spaces" / "jdk", "17.0.9")
    assert jdk.find(str(home), {}).home == home
    assert jdk.find(None, {"JAVA_HOME": str(home)}).version == "17.0.9+1"


def test_no_jdk(tmp_path):
    said = message(jdk.find, None, {"PATH": str(tmp_path)})
    assert "No JDK found" in said and "Install a JDK 17" in said
    assert "without java" in message(jdk.find, str(tmp_path), {})


def test_an_old_jdk(tmp_path):
    said = message(jdk.find, str(fake_jdk(tmp_path, "11.0.2")), {})
    assert "must be version 17 or newer, was 11.0.2" in said


@pytest.mark.parametrize(
    ("modules", "javac", "missing"),
    [("java.base@17", True, "jdk.jshell"), ("java.base@17\njdk.jshell@17\njdk.compiler@17", False, "javac")],
)
def test_a_run_time_only(tmp_path, modules, javac, missing):
    said = message(jdk.find, str(fake_jdk(tmp_path, "17.0.9", modules, javac)), {})
    assert "was a run-time only" in said and missing in said


@pytest.mark.parametrize(("version", "number"), [("17.0.15", 17), ("1.8.0_402", 8), ("26-ea", 26)])
def test_versions(version, number):
    assert jdk.major(version) == number


def test_maven_missing_old_and_broken(tmp_path):
    assert "Maven must be on the PATH" in message(maven.find, {"PATH": str(tmp_path)})
    old = fake(tmp_path, "mvn", 'echo "Apache Maven 3.6.3 (x)"\n')
    assert maven.find({"PATH": str(tmp_path)}) == str(old)
    assert "must be 3.8.6 or newer, was 3.6.3" in message(maven.check, str(old), {})
    broken = fake(tmp_path, "mvn", "echo broken; exit 1\n")
    assert "must start, did not" in message(maven.check, str(broken), {})


def test_network_failures_are_told_from_build_failures():
    log = Path("maven.log")
    offline = maven.failure(1, "[ERROR] Could not transfer artifact a:b:pom:1: Connection refused", log)
    assert "must reach its repository" in str(offline) and "proxies" in str(offline)
    assert "Maven must succeed, ended with 1" in str(maven.failure(1, "[ERROR] COMPILATION ERROR", log))
    assert "must reach its package index" in str(environment.failure(1, "NewConnectionError: refused", log))
    assert "pip must succeed" in str(environment.failure(1, "No matching distribution", log))


def test_python_without_venv(monkeypatch):
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    assert "apt install python3-venv" in message(environment.check)


def test_missing_notebook_is_one_sentence(capsys):
    assert main(["run", "no-such-notebook.ipynb"]) == 1
    assert "the file must exist" in capsys.readouterr().err


def test_options_for_jupyterlab_need_no_folder(monkeypatch):
    from copselib import commands

    started = []
    monkeypatch.setattr(commands, "setup", lambda *arguments: 0)
    monkeypatch.setattr(commands, "_quiet", lambda project: None)
    monkeypatch.setattr(commands.process, "attached", lambda command, *rest: started.append(command) or 0)
    assert main(["lab", "--", "--no-browser"]) == 0
    assert started[0][-1] == "--no-browser"
    assert started[0][-2].endswith("notebooks")
    assert main(["lab", "no-such-folder"]) == 1


def test_kernelspec_starts_java_itself():
    spec = kernelspec.specification(Path("/jdk/bin/java"), "x.jsa", "org.copse.kernel.Main")
    assert spec["display_name"] == "Java (Copse)" and spec["argv"][0] == str(Path("/jdk/bin/java"))
    assert spec["interrupt_mode"] == "message" and "jdk.jshell/jdk.jshell=ALL-UNNAMED" in spec["argv"]


def test_stamps_follow_content(tmp_path):
    file = tmp_path / "a"
    file.write_text("one", encoding="utf-8")
    before = stamps.of_content(file)
    file.write_text("two", encoding="utf-8")
    assert stamps.of_content(file) != before
    stamps.write(tmp_path / "s" / "stamp", "key")
    assert stamps.matches(tmp_path / "s" / "stamp", "key") and not stamps.matches(tmp_path / "none", "key")


def test_nothing_of_the_user_is_read_or_written():
    environ = Project.here().jupyter_environ({"PYTHONPATH": "x", "HOME": "/home/u"})
    assert "PYTHONPATH" not in environ
    ours = str(Project.here().root)
    assert all(value.startswith(ours) for name, value in environ.items() if name.startswith("JUPYTER") and name.endswith("DIR"))


def test_programs_and_their_output(tmp_path):
    code, output = process.capture([fake(tmp_path, "p", 'printf "\\033[31mred\\033[0m"; exit 3\n')])
    assert (code, output) == (3, "red")


def test_the_slowest_java_tests_come_first(tmp_path):
    project = Project(tmp_path)
    assert slowest.lines(project) == []
    reports = tmp_path / "target" / "surefire-reports"
    reports.mkdir(parents=True)
    cases = "".join(f'<testcase classname="A" name="t{i}" time="{i / 100}"/>' for i in range(30))
    (reports / "TEST-A.xml").write_text(f'<testsuite>{cases}<testcase classname="B" name="long" time="1,234.5"/></testsuite>', encoding="utf-8")
    said = slowest.lines(project)
    assert said[0] == "31 Java tests took 1239 s; the slowest:"
    assert len(said) == 21 and said[1].split() == ["1234.50", "s", "B.long"] and said[2].endswith("A.t29")
