"""Live forest plots: what the page computes is what Java computes, and everything works by mouse, by keyboard and alone."""

import json
import subprocess

import pytest
from conftest import ROOT

LIVE = ROOT / "target" / "live"
BCG = ".copse-forest >> nth=0"

# Compares what a page computes with what Java computed; returns the number of numbers and the first differences.
COMPARE = """cases => {
  const plots = document.querySelectorAll(".copse-forest"), wrong = [];
  let compared = 0, selections = 0;
  const close = (a, b) => a === b || Math.abs(a - b) <= 1e-8 * Math.abs(b) + 1e-12;
  const one = (where, a, b) => {
    compared++;
    const none = (x) => x === null || x === undefined || x === "NaN";
    if (none(a) || none(b) ? none(a) !== none(b) : !close(a, b)) wrong.push(`${where}: page ${a}, Java ${b}`);
  };
  const fit = (where, page, java, rows) => {
    if (!page) return wrong.push(`${where}: page has no fit`);
    for (const key of ["k", "estimate", "se", "lower", "upper", "statistic", "p", "iSquared", "tau2"]) one(`${where} ${key}`, page[key], java[key]);
    for (const key of ["q", "df", "p"]) one(`${where} Q ${key}`, page.q[key], java.q[key]);
    for (const key of ["estimate", "lower", "upper"]) one(`${where} shown ${key}`, page.shown[key], java.shown[key]);
    for (const key of ["lower", "upper"]) one(`${where} prediction ${key}`, page.prediction && page.prediction[key], java.prediction && java.prediction[key]);
    rows.forEach((row, i) => one(`${where} weight ${row}`, page.weights[row] || 0, java.weights[i]));
  };
  cases.forEach((item, c) => {
    const plot = plots[c].copseLive;
    item.selections.forEach(({ rows, model, overall, groups, between }, s) => {
      selections++;
      const where = `${item.name} ${s} ${JSON.stringify(model)}`, result = plot.evaluate(rows, model);
      fit(where, result.overall, overall, rows);
      plot.data.groups.forEach((group, g) => {
        const members = rows.filter((i) => group.rows.includes(i));
        if (groups[group.name]) fit(`${where} ${group.name}`, result.groups[g], groups[group.name], members);
        else if (result.groups[g]) wrong.push(`${where} ${group.name}: page has a fit, Java has none`);
      });
      for (const key of ["q", "df", "p"]) one(`${where} between ${key}`, result.between && result.between[key], between && between[key]);
    });
  });
  return { compared, selections, sets: cases.length, wrong: wrong.slice(0, 20), failures: wrong.length };
}"""


@pytest.fixture
def live(visit):
    """Opens a page that the unit tests wrote, and waits for its plots."""

    def opened(name, **options):
        path = LIVE / f"{name}.html"
        assert path.is_file(), "the unit tests write this page: run mvn test first"
        seen = visit(path, **options)
        seen.page.wait_for_function("[...document.querySelectorAll('.copse-forest')].every(e => e.copseLive)", timeout=60_000)
        return seen

    return opened


def row(seen, study, plot=0):
    return seen.page.locator(".copse-forest").nth(plot).locator(f"[data-study='{study}']")


def banner(seen, plot=0):
    return seen.page.locator(".copse-forest").nth(plot).locator(".copse-say p").inner_text()


def test_every_number_is_java_s(live):
    seen = live("cases")
    cases = json.loads((LIVE / "cases.json").read_text(encoding="utf-8"))
    found = seen.page.evaluate(COMPARE, cases)
    assert seen.errors == []
    assert found["failures"] == 0, found
    assert found["sets"] >= 30 and found["selections"] >= 1000
    # and a difference in the seventh digit would be seen
    cases[0]["selections"][0]["overall"]["estimate"] *= 1 + 1e-7
    assert seen.page.evaluate(COMPARE, cases[:1])["failures"] == 1


def test_the_page_draws_the_reported_numbers_as_java_did(live):
    """Every line, text and shape of the live plot is Java's, attribute by attribute."""
    seen = live("bcg")
    different = seen.page.evaluate("""() => {
      const out = [];
      for (const root of document.querySelectorAll(".copse-forest")) {
        const bytes = Uint8Array.from(atob(root.querySelector(":scope > img").src.split(",")[1]), (c) => c.charCodeAt(0));
        const java = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "image/svg+xml").documentElement;
        const all = (svg) => [...svg.querySelectorAll("text, line, rect:not(.copse-hit), polygon")].map((e) =>
          e.tagName + [...e.attributes].map((a) => ` ${a.name}=${a.value}`).sort().join("") + e.textContent);
        const a = all(java).sort(), b = all(root.copseLive.svg).sort();
        if (a.length < 50 || a.length !== b.length) out.push([a.length, b.length]);
        a.forEach((text, i) => text === b[i] || out.push([text, b[i]]));
        if (java.getAttribute("viewBox") !== root.copseLive.svg.getAttribute("viewBox")) out.push("size");
      }
      return out;
    }""")
    assert different == []
    assert "Click a study" in banner(seen)


def test_click_leaves_a_study_out_and_reset_brings_it_back(live):
    seen = live("bcg")
    before = seen.page.locator(BCG).locator("svg").inner_html()
    row(seen, 3).click()
    assert "12 of 13 studies, not the reported result" in banner(seen)
    assert "RR 0.53 [0.36; 0.80], reported 0.49 [0.33; 0.73]" in banner(seen)
    assert row(seen, 3).get_attribute("aria-checked") == "false"
    text = seen.page.locator(BCG).locator("svg").text_content()
    assert "0.53[0.36;0.80]" in text and "τ² = 0.2628; I² = 90.4% (from τ²); Q = 96.56, df = 11, p < 0.0001" in text
    # the second plot of the page has a state of its own
    assert "Click a study" in banner(seen, 1)
    seen.page.get_by_role("button", name="Reset").first.click()
    assert "Click a study" in banner(seen)
    seen.page.mouse.move(0, 0)
    seen.page.evaluate("document.activeElement.blur()")
    after = seen.page.locator(BCG).locator("svg").inner_html()
    assert after.count("<text") == before.count("<text") and "0.53" not in after
    assert seen.errors == [] and seen.outside() == []


def test_everything_by_keyboard(live):
    seen = live("bcg")
    row(seen, 0).focus()
    for key in ("ArrowDown", "ArrowDown", "Space"):
        seen.page.keyboard.press(key)
    assert row(seen, 2).get_attribute("aria-checked") == "false"
    assert seen.page.evaluate("document.activeElement.dataset.study") == "2"
    assert seen.page.locator(BCG).locator(".copse-tip b").inner_text() == "Rosenthal et al 1960"
    seen.page.keyboard.press("End")
    seen.page.keyboard.press("Enter")
    assert "11 of 13" in banner(seen)
    # a heading of the second plot leaves a whole subgroup out
    heading = seen.page.locator(".copse-forest").nth(1).locator("[data-group='1']")
    heading.focus()
    seen.page.keyboard.press("Space")
    assert "11 of 13" in banner(seen, 1)
    assert "alloc = alternate (left out)" in seen.page.locator(".copse-forest").nth(1).locator("svg").text_content()


def test_models_orders_the_slider_and_the_axis(live):
    seen = live("bcg")
    plot = seen.page.locator(BCG)
    plot.get_by_label("Model").select_option("MH")
    assert "13 of 13" in banner(seen) and "RR 0.64 [0.59; 0.69]" in banner(seen)
    assert "Common effect (Mantel-Haenszel)" in plot.locator("svg").text_content().replace("effect(", "effect (")
    plot.get_by_label("Model").select_option("RE")
    assert "Click a study" in banner(seen)
    plot.locator("select").nth(1).select_option("DL")
    plot.locator("select").nth(2).select_option("WALD")
    assert "RR 0.49 [0.34; 0.70]" in banner(seen)
    plot.get_by_role("button", name="Reset").click()
    plot.locator("select").nth(3).select_option("year")
    assert "Click a study" in banner(seen), "an order changes no number"
    order = plot.locator("[data-study]").evaluate_all("rows => rows.map((row) => Number(row.dataset.study))")
    years = seen.page.evaluate("document.querySelector('.copse-forest').copseLive.data.years")
    assert [years[i] for i in order] == sorted(years)
    plot.locator("input[type=range]").fill("4")
    assert "4 of 13" in banner(seen)
    assert plot.locator(".copse-out").count() == 9
    plot.locator("summary").click()
    plot.get_by_label("Axis from").fill("0.01")
    plot.get_by_label("to", exact=True).fill("100")
    plot.get_by_role("button", name="Set", exact=True).click()
    assert ["0.01", "100"] == [plot.locator(".copse-axis text").nth(0).text_content(), plot.locator(".copse-axis text").last.text_content()]
    plot.get_by_label("Axis from").fill("-1")
    plot.get_by_role("button", name="Set", exact=True).click()
    assert "both above 0" in banner(seen)


def test_a_model_that_is_not_recomputed_says_so(live):
    seen = live("other")
    for plot in (0, 1):
        assert "not recomputed in the page" in banner(seen, plot)
        row(seen, 3, plot).click()
        assert row(seen, 3, plot).get_attribute("aria-checked") == "true"
        assert "not recomputed in the page" in banner(seen, plot)
        seen.page.locator(".copse-forest").nth(plot).get_by_label("Model").select_option("RE")
        row(seen, 3, plot).click()
        assert "12 of 13" in banner(seen, plot) and "RR 0.53 [0.36; 0.80]" in banner(seen, plot)


def test_two_models_are_both_recomputed(live):
    seen = live("pair")
    for plot in (0, 1):
        row(seen, 3, plot).click()
        assert "12 of 13" in banner(seen, plot)
        text = seen.page.locator(".copse-forest").nth(plot).locator("svg").text_content()
        assert "0.53[0.36;0.80]" in text and "not estimable" not in text
        parts = seen.page.evaluate(f"document.querySelectorAll('.copse-forest')[{plot}].copseLive.parts.map((p) => p.overall.shown.estimate)")
        assert parts[1] == pytest.approx(float((LIVE / "pair.txt").read_text(encoding="utf-8")), rel=1e-8)
    assert seen.errors == []


def test_saved_pictures(live):
    seen = live("bcg")
    row(seen, 3).click()
    seen.page.locator(BCG).locator("summary").click()
    for kind, start in (("SVG", b"<svg "), ("PNG", b"\x89PNG")):
        with seen.page.expect_download() as waiting:
            seen.page.locator(BCG).get_by_role("button", name=kind).click()
        content = waiting.value.path().read_bytes()
        assert waiting.value.suggested_filename == f"forest-plot-sensitivity.{kind.lower()}"
        assert content.startswith(start) and len(content) > 5000
        if kind == "SVG":
            assert "not the reported result" in content.decode("utf-8") and b"tabindex" not in content


def test_untrusted_and_printed_pages_show_the_picture(live, browser):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto((LIVE / "bcg.html").as_uri())
    assert page.locator(".copse-forest > img").first.bounding_box()["width"] > 500
    page.close()
    seen = live("bcg")
    row(seen, 3).click()
    assert not seen.page.locator(BCG).locator("> img").is_visible()
    seen.page.emulate_media(media="print")
    assert seen.page.locator(BCG).locator("> img").is_visible()
    assert not seen.page.locator(BCG).locator("> svg").is_visible()


def test_dark_pages_keep_contrast(live):
    seen = live("bcg")
    seen.page.add_style_tag(content="body { background: #111; color: #eee }")
    seen.page.evaluate("document.body.className = 'dark'")
    seen.page.wait_for_selector(".copse-forest.copse-dark")
    row(seen, 3).click()
    ratios = seen.page.evaluate("""() => {
      const parts = (text) => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
      const light = (text) => parts(text).map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
      const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const root = document.querySelector(".copse-forest"), paper = light(getComputedStyle(root).backgroundColor);
      const drawn = [...root.querySelectorAll("svg text")].map((e) => ratio(light(getComputedStyle(e).fill), paper));
      const said = [...root.querySelectorAll(".copse-bar label, .copse-say p, select, button")].map((e) => ratio(light(getComputedStyle(e).color), paper));
      return [...drawn, ...said];
    }""")
    assert len(ratios) > 100 and min(ratios) >= 4.5


def test_no_global_but_one_and_no_second_start(live):
    seen = live("bcg")
    added = seen.page.evaluate("Object.keys(window).filter((key) => !key.startsWith('on') && /copse|lanczos|plot|start|pool/i.test(key))")
    assert set(added) - {"copseRefused"} == {"copseForest"}  # the former is the test's own
    bars = seen.page.locator(".copse-bar").count()
    seen.page.evaluate("window.copseForest[1]()")
    assert seen.page.locator(".copse-bar").count() == bars == 2


def test_the_java_that_is_copied_gives_the_same_numbers(live):
    """The calls of several selections, run by JShell."""
    seen = live("bcg")
    calls = seen.page.evaluate("""() => {
      const plots = [...document.querySelectorAll(".copse-forest")].map((root) => root.copseLive), calls = [];
      const changes = [{}, { out: new Set([0, 5]) }, { order: "effect", first: 6 }, { kind: "MH" }, { kind: "IV", axis: [0.05, 5] },
        { kind: "RE", tau2: "PM", interval: "HARTUNG_KNAPP", out: new Set([7]) }, { hidden: new Set([1]), order: "year" }];
      for (const plot of plots) {
        for (const change of changes.filter((c) => plot.data.groups || !c.hidden)) {
          plot.reset();
          plot.set({ ...plot.defaults(change.kind || "RE"), ...change });
          const { pooled } = { pooled: plot.parts ? plot.parts[0].overall.shown.estimate : 0 };
          calls.push({ java: plot.java(), estimate: pooled });
        }
        plot.reset();
      }
      return calls;
    }""")
    assert len(calls) == 13
    (LIVE / "calls.json").write_text(json.dumps(calls), encoding="utf-8")
    classpath = (LIVE / "classpath.txt").read_text(encoding="utf-8")
    command = ["java", "-XX:TieredStopAtLevel=1", "-cp", classpath, "org.copse.notebook.LiveCalls", str(LIVE / "calls.json")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "13 calls" in done.stdout


def test_hostile_labels_stay_text(live):
    seen = live("hostile")
    row(seen, 0).hover()
    row(seen, 1).click()
    assert seen.dialogs == [] and seen.errors == []
    assert seen.page.evaluate("window.hacked") is None
    assert "</script><script>" in seen.page.locator(BCG).locator(".copse-tip").inner_text()
    assert seen.page.locator("img[src=x]").count() == 0
    assert "\\u000a" not in seen.page.evaluate("document.querySelector('.copse-forest').copseLive.java()")
