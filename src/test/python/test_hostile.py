"""Labels that hold HTML, scripts and worse are shown as text and never run, in tables, plots, figures and notes."""

from conftest import OUTPUT


def test_nothing_runs_and_the_text_is_shown(executed, visit):
    assert executed["code"] == 0, executed["said"]
    seen = visit(OUTPUT / "hostile.html")
    assert seen.dialogs == []
    assert seen.page.evaluate("window.hacked") is None
    assert seen.outside() == []
    assert seen.errors == []
    text = seen.page.inner_text("main")
    assert "<img src=x onerror" in text
    assert "</script><script>" in text
    # no element came out of a label: the only pictures are the plots' own
    assert seen.page.locator("img[src=x]").count() == 0
    assert seen.page.locator("img:not([src^='data:image/svg+xml;base64,'])").count() == 0


def test_the_svg_holds_the_text_not_the_element(executed, visit):
    seen = visit(OUTPUT / "hostile.html")
    sources = seen.page.eval_on_selector_all(".copse-plot img", "all => all.map(e => atob(e.src.split(',')[1]))")
    assert sources
    for svg in sources:
        assert "&lt;img src=x" in svg and "<img" not in svg and "<script" not in svg
