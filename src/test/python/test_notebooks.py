"""Every notebook runs through the real kernel, and its exported page shows what it should, alone and offline."""

import json

import pytest
from conftest import OUTPUT, ROOT

NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))


def outputs(name):
    notebook = json.loads((OUTPUT / f"{name}.ipynb").read_text(encoding="utf-8"))
    return [output for cell in notebook["cells"] for output in cell.get("outputs", [])]


def test_there_are_notebooks():
    assert "breast-cancer-mtor" in NOTEBOOKS


def test_all_notebooks_run_without_error(executed):
    assert executed["code"] == 0, executed["said"]
    assert len(executed["notebooks"]) >= 2


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_no_red_box(executed, name):
    for output in outputs(name):
        assert output["output_type"] not in ("error",), output
        assert output.get("name") != "stderr", output.get("text")


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_committed_notebook_carries_its_outputs(name):
    committed = json.loads((ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))
    codes = [cell for cell in committed["cells"] if cell["cell_type"] == "code"]
    assert any(cell["outputs"] for cell in codes)
    assert any("image/svg+xml" in output.get("data", {}) for cell in codes for output in cell["outputs"])


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_page_is_whole_and_alone(executed, visit, name):
    seen = visit(OUTPUT / f"{name}.html")
    assert seen.errors == []
    assert seen.outside() == []
    assert seen.refused() == []
    pictures = seen.page.locator(".copse-plot img")
    assert pictures.count() > 0
    for i in range(pictures.count()):
        assert pictures.nth(i).evaluate("e => e.complete && e.naturalWidth > 200 && e.naturalHeight > 80")
        assert pictures.nth(i).get_attribute("alt")
    figures = seen.page.locator(".copse-figure")
    for i in range(figures.count()):
        box = figures.nth(i).locator(".main-svg").first.bounding_box()
        assert box and box["width"] > 300 and box["height"] > 150
    assert seen.page.locator("[class*=modebar] [data-title*=loud]").count() == 0


def test_breast_cancer_page_shows_the_numbers(executed, visit):
    seen = visit(OUTPUT / "breast-cancer-mtor.html")
    text = seen.page.inner_text("main")
    for number in ("0.446 [0.411; 0.485]", "0.7140", "1.912 [1.686; 2.169]"):
        assert number in text, number


def test_page_asks_for_nothing_by_its_text():
    page = (OUTPUT / "breast-cancer-mtor.html").read_text(encoding="utf-8")
    head = page[: page.index("</head>")]
    assert "default-src 'none'" in head and "unsafe" not in head
    assert "<link" not in head and "src=\"http" not in page and "@import" not in head
