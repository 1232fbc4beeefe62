"""What readers see who start nothing of ours: by the rules of VS Code and GitHub, in jshell, from the container files."""

import sys

from conftest import ROOT

sys.path.insert(0, str(ROOT / "src/check"))

import containers  # noqa: E402
import rules  # noqa: E402
import shells  # noqa: E402
from visitor import COUNT  # noqa: E402

NOTEBOOK = ROOT / "src/test/notebooks/front-ends.ipynb"


def counted(browser, folder, text):
    """Opens a page offline and returns what it shows."""
    path = folder / "page.html"
    path.write_text(text, encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    wrong = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_timeout(500)
    shows = page.evaluate(COUNT)
    context.close()
    assert not wrong
    return shows


def test_by_the_rules_of_vs_code(browser, tmp_path):
    shows = counted(browser, tmp_path, rules.code_page(NOTEBOOK, trusted=True))
    assert (shows["tables"], shows["pictures"], shows["live"], shows["stream"]) == (1, 2, True, True)
    shows = counted(browser, tmp_path, rules.code_page(NOTEBOOK, trusted=True, plotly=True))
    assert (shows["tables"], shows["figures"]) == (1, 2)


def test_vs_code_in_restricted_mode_shows_text_alone(browser, tmp_path):
    shows = counted(browser, tmp_path, rules.code_page(NOTEBOOK, trusted=False))
    assert (shows["tables"], shows["pictures"], shows["stream"]) == (0, 0, True)


def test_by_the_rules_of_github(browser, tmp_path):
    text = rules.github_page(NOTEBOOK)
    assert "<script" not in text and "style=" not in text
    shows = counted(browser, tmp_path, text)
    assert (shows["tables"], shows["pictures"], shows["live"], shows["stream"]) == (1, 2, False, True)


def test_jshell_prints_values_and_opens_the_browser():
    assert shells.jshell(shells.installed_java(), "as installed")


def test_the_container_files_name_what_is_there():
    assert containers.main() == 0
