"""Exported supplements carry their files, checksums and versions; verify finds each number that changed."""

import hashlib
import re
import subprocess
import sys

import nbformat
import pytest
from conftest import OUTPUT, ROOT

sys.path.insert(0, str(ROOT / "kernel" / "inside"))
from changes import changes, numbers  # noqa: E402
from supplement import data_files  # noqa: E402

NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))


def notebook(*texts, tags=()):
    cells = []
    for text in texts:
        output = nbformat.v4.new_output("execute_result", data={"text/html": text, "text/plain": "x"})
        cells.append(nbformat.v4.new_code_cell("fit", outputs=[output], metadata={"tags": list(tags)}))
    return nbformat.v4.new_notebook(cells=cells)


def said(before, now, **options):
    return [str(change) for change in changes(notebook(before, **options), notebook(now, **options))[0]]


def test_a_changed_number_is_named_with_its_place():
    assert said("<b>RR</b> 0.489 [0.344; 0.696]", "<i>RR</i> 0.489 [0.345; 0.696]") == ["cell 1: 0.344 -> 0.345   (... RR 0.489 [)"]


@pytest.mark.parametrize(("before", "now"), [("1.0", "1.00"), ("\u22120.5", "0.5"), ("1e-3", "1e-4"), ("p < 0.001", "p = 0.001"), ("", "12")])
def test_each_difference_counts(before, now):
    assert len(said(before, now)) == 1


def test_what_no_reader_sees_does_not_count():
    assert said('<div id="a1">7<script>var x = 1</script></div>', '<div id="b2">7<script>var x = 2</script></div>') == []


def test_volatile_cells_are_left_out_and_named():
    found, skipped = changes(notebook("12 ms", tags=["volatile"]), notebook("15 ms", tags=["volatile"]))
    assert found == [] and skipped == [1]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_committed_outputs_are_what_the_kernel_says_now(executed, name):
    committed = nbformat.read(ROOT / "notebooks" / f"{name}.ipynb", as_version=4)
    now = nbformat.read(OUTPUT / f"{name}.ipynb", as_version=4)
    assert numbers(now) > 50
    found, _ = changes(committed, now)
    assert not found, f"run `copse.py run --update notebooks/{name}.ipynb`: " + "; ".join(map(str, found[:10]))


def test_the_files_a_notebook_reads_are_found(tmp_path):
    (tmp_path / "trials of 2020.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    code = 'var t = Trials.read(Path.of("trials of 2020.csv")); Datasets.breastCancerAdverseEventsGrade34(); Trials.read(Path.of("none.csv"))'
    found = data_files(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)]), tmp_path, ROOT / "datasets")
    assert [file.name for file in found] == ["breast-cancer-adverse-events-grade-3-4.csv", "trials of 2020.csv"]


@pytest.fixture(scope="module")
def supplement(executed, tmp_path_factory):
    """The breast-cancer notebook, as executed, exported with its files."""
    folder = tmp_path_factory.mktemp("supplement of 2026")
    command = [sys.executable, str(ROOT / "kernel/inside/run.py"), "--output", str(folder), "--supplement", "--as-is"]
    subprocess.run([*command, str(OUTPUT / "breast-cancer-mtor.ipynb")], cwd=ROOT, check=True, capture_output=True)
    return folder / "breast-cancer-mtor.html"


def test_a_supplement_holds_its_files(supplement, visit):
    seen = visit(supplement)
    assert seen.errors == [] and seen.outside() == []
    links = seen.page.locator(".supplement a[download]")
    names = [links.nth(i).get_attribute("download") for i in range(links.count())]
    assert "breast-cancer-pfs.csv" in names and names[-1] == "breast-cancer-mtor.ipynb"
    with seen.page.expect_download() as waiting:
        links.nth(names.index("breast-cancer-pfs.csv")).click()
    content = waiting.value.path().read_bytes()
    assert content == (ROOT / "datasets" / "breast-cancer-pfs.csv").read_bytes()
    text = seen.page.inner_text(".supplement")
    assert hashlib.sha256(content).hexdigest() in text
    assert re.search(r"Copse\s+\d+\.\d+", text) and re.search(r"Java\s+openjdk version", text)
