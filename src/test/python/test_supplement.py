"""Exported supplements carry their files, checksums and versions; verify finds each number that changed."""

import base64
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


def picture(text):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><text x="7">{text}</text></svg>'
    return f'<img alt="a plot" src="data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"><p>A picture.</p>'


def live(number):
    return f'<div id="a{number}"><script type="application/json" class="data">{{"y": [0.25, {number}]}}</script></div>'


def said(before, now, **options):
    return [str(change) for change in changes(notebook(before, **options), notebook(now, **options))[0]]


def test_a_changed_number_is_named_with_its_place():
    assert said("<b>RR</b> 0.489 [0.344; 0.696]", "<i>RR</i> 0.489 [0.345; 0.696]") == ["cell 1: 0.344 -> 0.345   (... RR 0.489 [)"]


@pytest.mark.parametrize(("before", "now"), [("1.0", "1.00"), ("\u22120.5", "0.5"), ("1e-3", "1e-4"), ("p < 0.001", "p = 0.001"), ("", "12")])
def test_each_difference_counts(before, now):
    assert len(said(before, now)) == 1


def test_what_no_reader_sees_does_not_count():
    assert said('<div id="a1">7<script>var x = 1</script></div>', '<div id="b2">7<script>var x = 2</script></div>') == []


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (picture("0.49"), picture("0.48")),  # what a reader sees, beside words that stay
        ('<img alt="RR 0.49">', '<img alt="RR 0.48">'),  # what a reader hears
        (live(0.49), live(0.48)),  # what a live plot computes from
    ],
)
def test_a_number_that_is_in_no_text_of_the_page_counts(before, now):
    assert [text.split("   ")[0] for text in said(before, now)] == ["cell 1: 0.49 -> 0.48"]
    assert said(now, now) == []


def test_digits_beyond_what_processors_agree_on_do_not_count():
    assert said(live(0.49), live(0.49 * (1 + 1e-14))) == []


@pytest.mark.parametrize(("kind", "one", "two"), [
    ("text/plain", "0.49", "0.48"),
    ("application/vnd.plotly.v1+json", {"data": [{"y": [0.49]}]}, {"data": [{"y": [0.48]}]}),
    ("image/svg+xml", "<svg><text>0.49</text></svg>", "<svg><text>0.48</text></svg>"),
])  # fmt: skip
def test_every_form_of_an_output_counts(kind, one, two):
    def cell(value):
        data = {"text/html": "<b>a figure</b>", kind: value}
        return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("fit", outputs=[nbformat.v4.new_output("display_data", data=data)])])

    assert [str(change).split("   ")[0] for change in changes(cell(one), cell(two))[0]] == ["cell 1: 0.49 -> 0.48"]


def test_the_order_of_names_does_not_count():
    one, two = ('<script type="application/json">{%s}</script>' % data for data in ('"a": 1, "b": 2', '"b": 2, "a": 1'))
    assert said(one, two) == []


def test_a_bitmap_has_no_words_and_counts_whole():
    before, now = (f'<img src="data:image/png;base64,{base64.b64encode(text).decode()}">' for text in (b"one", b"two"))
    assert len(said(before, now)) == 1 and said(now, now) == []


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
