"""Every plot's texts measured by a browser: none touches another, none leaves the canvas; files of plots stand alone."""

import pytest
from conftest import ROOT

PLOTS = ROOT / "target" / "plots"

MEASURE = """svg => {
  const holder = document.createElement("div");
  holder.innerHTML = svg;
  document.body.replaceChildren(holder);
  const root = holder.querySelector("svg"), canvas = root.getBoundingClientRect();
  const boxes = [...root.querySelectorAll("text")].map(text => {
    const size = parseFloat(text.getAttribute("font-size")), box = text.getBBox(), at = text.getCTM();
    const turned = text.hasAttribute("transform");
    // of the height that the font asks for, what capitals and descenders use
    const top = box.y + box.height / 2 - 0.46 * size, bottom = top + 0.92 * size;
    const a = new DOMPoint(box.x, top).matrixTransform(at), b = new DOMPoint(box.x + box.width, bottom).matrixTransform(at);
    return {text: text.textContent, left: Math.min(a.x, b.x), right: Math.max(a.x, b.x),
            top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y), turned};
  });
  const wrong = [];
  boxes.forEach((box, i) => {
    if (box.left < -1 || box.top < -1 || box.right > canvas.width + 1 || box.bottom > canvas.height + 1)
      wrong.push("outside: " + box.text);
    for (const other of boxes.slice(i + 1))
      if (box.left < other.right - 1 && other.left < box.right - 1 && box.top < other.bottom - 2 && other.top < box.bottom - 2)
        wrong.push(box.text + " touches " + other.text);
  });
  return {count: boxes.length, wrong: wrong.slice(0, 3)};
}"""


def test_a_browser_finds_every_text_in_its_place(browser):
    files = sorted(PLOTS.glob("*.svg"))
    if not files:
        pytest.skip("target/plots holds no pictures: run the unit tests first")
    page = browser.new_page()
    wrong = {}
    for file in files:
        seen = page.evaluate(MEASURE, file.read_text(encoding="utf-8"))
        assert seen["count"] > 5, file
        if seen["wrong"]:
            wrong[file.stem] = seen["wrong"]
    page.close()
    assert not wrong, wrong


def test_the_page_of_a_plot_is_alone(visit):
    file = PLOTS / "page.html"
    if not file.exists():
        pytest.skip("target/plots holds no page: run the unit tests first")
    seen = visit(file)
    assert seen.errors == []
    assert seen.outside() == []
    assert seen.page.title() == "BCG & <tuberculosis>"
    assert "0.49 [0.33; 0.73]" in seen.page.locator("svg").text_content()
