"""Kernels for the user: two folders side by side, spaces in paths, and nothing touched that is not ours."""

import json
import os
import shutil

import pytest
from conftest import ROOT
from copselib import doctor, userkernels
from copselib.problem import Problem
from copselib.project import KERNEL_NAME, Project
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the second folder is a symbolic link; this needs a POSIX system")


@pytest.fixture
def user(tmp_path):
    """An environment whose Jupyter data folder is a new one, with a space in its name."""
    return {**os.environ, "JUPYTER_DATA_DIR": str(tmp_path / "data of the user")}


def folder_of_copse(tmp_path, name):
    """A second folder of Copse with a space in its name; what is built is the real one's."""
    root = tmp_path / name
    (root / "kernel").mkdir(parents=True)
    shutil.copy(ROOT / "kernel" / "copse.py", root / "kernel")
    (root / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)
    return Project(root)


def installed(user):
    return sorted(os.listdir(os.path.join(user["JUPYTER_DATA_DIR"], "kernels")))


def test_two_folders_side_by_side(tmp_path, user):
    one, two = folder_of_copse(tmp_path, "copse one"), folder_of_copse(tmp_path, "copse two")
    userkernels.install(one, None, user)
    with pytest.raises(Problem, match="must be free, but .* belongs to .*copse one"):
        userkernels.install(two, None, user)
    userkernels.install(two, "copse-two", user)
    userkernels.install(two, "copse-two", user)
    assert installed(user) == [KERNEL_NAME, "copse-two"]
    userkernels.remove(one, user)
    assert installed(user) == ["copse-two"]


def test_another_programs_kernel_is_never_touched(tmp_path, user):
    foreign = tmp_path / "data of the user" / "kernels" / KERNEL_NAME
    foreign.mkdir(parents=True)
    (foreign / "kernel.json").write_text('{"argv": ["other"], "display_name": "Other", "language": "java"}', encoding="utf-8")
    one = folder_of_copse(tmp_path, "copse one")
    with pytest.raises(Problem, match="another program"):
        userkernels.install(one, None, user)
    assert userkernels.remove(one, user) == [] and (foreign / "kernel.json").is_file()


@pytest.mark.parametrize("name", ["../up", "a b", "", ".."])
def test_a_name_stays_inside_the_kernels_folder(tmp_path, user, name):
    one = folder_of_copse(tmp_path, "copse one")
    if name == "":
        userkernels.install(one, name, user)
        assert installed(user) == [KERNEL_NAME]
    else:
        with pytest.raises(Problem, match="its name must be letters"):
            userkernels.install(one, name, user)


def test_a_folder_that_is_gone_is_reported(tmp_path, user):
    one, two = folder_of_copse(tmp_path, "copse one"), folder_of_copse(tmp_path, "copse two")
    userkernels.install(one, None, user)
    assert userkernels.orphans(two, user) == []
    shutil.rmtree(one.kernel)
    assert [path.name for path in userkernels.orphans(two, user)] == [KERNEL_NAME]
    said = [str(report) for report in doctor._user(two, user)]
    assert any("PROBLEM" in line and "points at a Copse that is gone" in line for line in said)


def test_the_kernel_starts_from_paths_with_spaces(tmp_path, user):
    userkernels.install(folder_of_copse(tmp_path, "copse with spaces"), "spaced", user)
    specs = KernelSpecManager(kernel_dirs=[os.path.join(user["JUPYTER_DATA_DIR"], "kernels")])
    argv = specs.get_kernel_spec("spaced").argv
    assert any("copse with spaces" in part for part in argv)
    manager = KernelManager(kernel_name="spaced", kernel_spec_manager=specs)
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=120)
        said = []
        client.execute_interactive("Datasets.bcgVaccine().rowCount()", timeout=60, output_hook=said.append)
        assert [m["content"]["data"]["text/plain"] for m in said if m["msg_type"] == "execute_result"] == ["13"]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_the_doctor_finds_each_thing_wrong(tmp_path):
    bare = Project(tmp_path)
    lines = {report.subject: report for report in doctor.examine(bare, type("Options", (), {"jdk": str(tmp_path)}), {"PATH": ""})}
    assert not lines["JDK"].well and "must be the home folder of a JDK" in lines["JDK"].said
    assert not lines["Maven"].well and "Install Maven" in lines["Maven"].said
    for subject in ("Python packages", "Copse's jar", "kernel"):
        assert not lines[subject].well and "copse.py setup" in lines[subject].said
    assert "start" not in lines


def test_the_doctor_finds_a_jdk_that_is_gone(tmp_path):
    project = Project(tmp_path)
    project.kernelspec.mkdir(parents=True)
    (project.kernelspec / "kernel.json").write_text(json.dumps({"argv": ["/none/bin/java"]}), encoding="utf-8")
    said = [str(report) for report in doctor._kernel(project, None)]
    assert "its JDK must exist, was /none/bin/java" in said[0] and "archive" in said[1]
