"""Paths as Windows and macOS have them, on whatever system the tests run: fakes answer in place of programs."""

import json
import os
import stat
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from copselib import jdk, kernelspec, maven, process, system, userkernels
from copselib.project import KERNEL_NAME, Project

SETTINGS = "    java.home = {}\n    java.version = 17.0.9\n    java.vm.version = 17.0.9+9\n"


@pytest.fixture
def windows(monkeypatch):
    monkeypatch.setattr(system, "WINDOWS", True)


@pytest.fixture
def elsewhere(monkeypatch):
    monkeypatch.setattr(system, "WINDOWS", False)


def file(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return path


def answers(monkeypatch, output):
    """Every program says the same; returns the commands that were asked for."""
    asked = []

    def capture(command):
        asked.append([str(part) for part in command])
        return 0, "java.base@17\njdk.jshell@17\njdk.compiler@17\n" if "--list-modules" in command else output

    monkeypatch.setattr(process, "capture", capture)
    return asked


def test_windows_names_its_programs_otherwise(windows, tmp_path):
    assert Project(tmp_path).venv_python == tmp_path / ".venv" / "Scripts" / "python.exe"
    assert jdk.program(tmp_path / "Program Files", "javac") == tmp_path / "Program Files" / "bin" / "javac.exe"


def test_others_name_them_plainly(elsewhere, tmp_path):
    assert Project(tmp_path).venv_python == tmp_path / ".venv" / "bin" / "python"
    assert jdk.program(tmp_path, "javac").name == "javac"


def test_a_jdk_under_program_files(windows, monkeypatch, tmp_path):
    home = tmp_path / "Program Files" / "Eclipse Adoptium" / "jdk-17"
    java = file(home / "bin" / "java.exe")
    file(home / "bin" / "javac.exe")
    asked = answers(monkeypatch, SETTINGS.format(home))
    found = jdk.find(None, {"JAVA_HOME": str(home)})
    assert found.java == java and asked[0][0] == str(java)


def test_windows_ends_its_lines_otherwise(windows, monkeypatch, tmp_path):
    home = tmp_path / "jdk 17"
    for name in ("java.exe", "javac.exe"):
        file(home / "bin" / name)
    answers(monkeypatch, SETTINGS.format(home).replace("\n", "\r\n"))
    assert jdk.find(str(home), {}).home == home


@pytest.mark.parametrize("named", ["", "Contents/Home"])
def test_a_jdk_of_macos_by_its_folder_or_by_its_home(elsewhere, monkeypatch, tmp_path, named):
    bundle = tmp_path / "Library" / "Java" / "JavaVirtualMachines" / "temurin 17.jdk"
    home = bundle / "Contents" / "Home"
    java = file(home / "bin" / "java")
    file(home / "bin" / "javac")
    asked = answers(monkeypatch, SETTINGS.format(home))
    assert jdk.find(str(bundle / named), {}).home == home
    assert asked[0][0] == str(java)


def test_the_stand_in_that_macos_has_for_java_is_no_jdk(elsewhere, monkeypatch, tmp_path):
    stub = file(tmp_path / "usr" / "bin" / "java")
    monkeypatch.setattr(process, "capture", lambda command: (1, "The operation couldn't be completed. Unable to locate a Java Runtime."))
    with pytest.raises(jdk.Problem, match="its java did not start.*brew install openjdk@17"):
        jdk.find(None, {"PATH": str(stub.parent)})


@pytest.mark.parametrize(("on_windows", "taken"), [(True, "mvn.cmd"), (False, "mvn")])
def test_mavens_start_script(monkeypatch, tmp_path, on_windows, taken):
    monkeypatch.setattr(system, "WINDOWS", on_windows)
    home = tmp_path / "apache maven 3.9"
    for name in ("mvn", "mvn.cmd"):
        file(home / "bin" / name)
    assert maven.find({"PATH": "", "MAVEN_HOME": str(home)}) == str(home / "bin" / taken)


@pytest.mark.parametrize(
    "java",
    [
        PureWindowsPath("C:/Program Files/Java/jdk-17/bin/java.exe"),
        PurePosixPath("/Library/Java/JavaVirtualMachines/temurin 17.jdk/Contents/Home/bin/java"),
    ],
)
def test_a_kernelspec_keeps_each_path_one_argument(java):
    spec = json.loads(json.dumps(kernelspec.specification(java, "x.jsa", "org.copse.kernel.Main")))
    assert spec["argv"][0] == str(java) and '"' not in "".join(spec["argv"])
    assert spec["argv"].count("{connection_file}") == 1


@pytest.mark.parametrize(
    ("data", "ending"),
    [("AppData/Roaming/jupyter", "\r\n"), ("Library/Jupyter", "\n"), (".local/share/jupyter", "\n")],
)
def test_the_kernels_folder_is_where_jupyter_says(monkeypatch, tmp_path, data, ending):
    project = Project(tmp_path / "my copse")
    project.kernelspec.mkdir(parents=True)
    file(project.venv_python)
    spec = kernelspec.specification("/jdk 17/bin/java", "x.jsa", "Main")
    (project.kernelspec / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    folder = tmp_path / "A User" / data
    said = f"a warning of Jupyter's{ending}{folder}{ending}"
    asked = []
    monkeypatch.setattr(process, "logged", lambda command, *rest: asked.append(command) or (0, said))
    userkernels.install(project, None, {"PYTHONHOME": "x"})
    written = json.loads((folder / "kernels" / KERNEL_NAME / "kernel.json").read_text(encoding="utf-8"))
    assert asked[0][0] == project.venv_python
    assert os.path.join(str(project.kernelspec), "lib", "*") in written["argv"]
    assert not any("{resource_dir}" in part for part in written["argv"])
    assert userkernels.own(project, {}) == [folder / "kernels" / KERNEL_NAME]
    assert userkernels.remove(project, {}) and os.listdir(folder / "kernels") == []


def test_the_kernels_folder_without_an_environment_to_ask(windows, tmp_path):
    project, data = Project(tmp_path), tmp_path / "Roaming"
    kernel = data / "jupyter" / "kernels" / "mine"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text(json.dumps({"metadata": {"copse": {"folder": str(tmp_path)}}}), encoding="utf-8")
    assert userkernels.own(project, {"APPDATA": str(data)}) == [kernel]
