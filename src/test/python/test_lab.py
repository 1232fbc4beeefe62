"""`copse.py lab` as a reader starts it: it answers on this computer alone, offers Copse's kernel, shows a notebook, and ends with its port free."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from conftest import ROOT

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent as a POSIX signal")
LONGEST = 150


class Lab:
    """JupyterLab started by copse.py on a folder; `address` is what it prints for the browser."""

    def __init__(self, folder, log):
        command = [sys.executable, str(ROOT / "kernel" / "copse.py"), "lab", str(folder), "--", "--no-browser", "--ServerApp.port=0"]
        if os.geteuid() == 0:  # containers, where JupyterLab wants it said
            command.append("--allow-root")
        self.log = log
        with open(log, "wb") as sink:
            # a group of its own, as a terminal gives it, so that Ctrl-C reaches what the script started
            self.process = subprocess.Popen(command, cwd=folder, stdout=sink, stderr=subprocess.STDOUT, start_new_session=True)
        self.address = self._said(r"http://127\.0\.0\.1:\d+/lab\?token=\w+")
        self.port = int(re.search(r":(\d+)/", self.address)[1])
        self.token = self.address.rpartition("=")[2]

    def _said(self, pattern):
        end = time.monotonic() + LONGEST
        while time.monotonic() < end and self.process.poll() is None:
            found = re.search(pattern, self.log.read_text(encoding="utf-8", errors="replace"))
            if found:
                return found[0]
            time.sleep(0.2)
        raise AssertionError(self.log.read_text(encoding="utf-8", errors="replace")[-2000:])

    def get(self, path):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers={"Authorization": f"token {self.token}"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def stop(self, signalled=signal.SIGINT):
        """Presses Ctrl-C, which reaches all that was started, or asks the script alone to end; returns the exit code."""
        if self.process.poll() is None:
            if signalled == signal.SIGINT:
                os.killpg(self.process.pid, signalled)
            else:
                self.process.send_signal(signalled)
        return self.process.wait(timeout=60)

    def ended(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) != 0


def running(name):
    """Tells whether a program is running that was started with a file of this name."""
    return name in subprocess.run(["ps", "-axwwo", "command"], capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    folder = tmp_path_factory.mktemp("réviews of 2026")
    shutil.copy(ROOT / "notebooks" / "displays.ipynb", folder)
    started = Lab(folder, tmp_path_factory.mktemp("log") / "lab.log")
    yield started
    started.stop()


def test_it_offers_copses_kernel_and_answers_nobody_without_the_token(lab):
    found = lab.get("/api/kernelspecs")["kernelspecs"]
    assert "copse-java" in found and "java" not in found
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(f"http://127.0.0.1:{lab.port}/api/contents", timeout=60)
    assert [file["name"] for file in lab.get("/api/contents")["content"]] == ["displays.ipynb"]


def test_it_shows_a_notebook_and_asks_nobody_outside(lab, browser):
    page, outside = browser.new_page(viewport={"width": 1300, "height": 900}), []
    page.set_default_timeout(LONGEST * 1000)
    page.on("request", lambda request: outside.append(request.url) if f"127.0.0.1:{lab.port}" not in request.url else None)
    page.goto(f"http://127.0.0.1:{lab.port}/lab/tree/displays.ipynb?reset&token={lab.token}")
    page.locator(".jp-OutputArea-output .copse-table, .jp-OutputArea-output table").first.wait_for()
    page.locator(".jp-Toolbar-kernelName", has_text="Java (Copse)").wait_for()
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
    assert [url for url in outside if not url.startswith(("data:", "blob:"))] == []
    page.close()


def test_ctrl_c_ends_it_with_its_kernels_and_its_port_is_free(lab):
    files = [f"kernel-{kernel['id']}.json" for kernel in lab.get("/api/kernels")]
    assert len(files) == 1 and running(files[0])
    assert lab.stop() == 0, lab.log.read_text(encoding="utf-8", errors="replace")[-1500:]
    assert not running(files[0])
    assert lab.ended()


def test_asking_the_script_to_end_ends_jupyterlab_too(tmp_path):
    lab = Lab(tmp_path, tmp_path / "lab.log")
    try:
        assert lab.stop(signal.SIGTERM) == 0, lab.log.read_text(encoding="utf-8", errors="replace")[-1500:]
        assert lab.ended()
    finally:
        lab.stop()
