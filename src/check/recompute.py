#!/usr/bin/env python3
"""How long a live forest plot of 200 studies takes from a click or a key to its new numbers, in headless Chromium.

    python3 src/check/recompute.py [--page target/live/large.html] [--studies 50]

The page is written by the unit test LiveForestTest. Each study is left out and brought back, by the mouse and by the
keyboard; the clock runs from the event's arrival at the page to the moment its script has written the new numbers, and,
apart from that, to the frame that shows them. Prints median and 95th percentile of each in milliseconds.
"""

import argparse
import os
import shutil
import statistics
import sys
from pathlib import Path

import own

# The window hears of an event first and starts the clock. The plot's own listeners have done all their work when the next
# listener of the same element, added after them, stops it; the frame is over when a task behind its callbacks runs.
CLOCK = """() => {
  const taken = (window.copseTaken = []), plot = document.querySelector(".copse-forest").copseLive.svg;
  let start = 0;
  for (const type of ["click", "keydown"]) {
    window.addEventListener(type, () => { start = performance.now(); }, true);
    plot.addEventListener(type, () => {
      const begun = start, computed = performance.now() - begun;
      requestAnimationFrame(() => setTimeout(() => taken.push([type, computed, performance.now() - begun])));
    });
  }
}"""


def toggled(page, study, key):
    """Leaves a study out or brings it back; returns the banner that stands once the frame is drawn."""
    row = page.locator(".copse-forest").first.locator(f"[data-study='{study}']")
    before = page.evaluate("window.copseTaken.length")
    if key:
        row.focus()
        page.keyboard.press(key)
    else:
        row.scroll_into_view_if_needed()
        row.click()
    page.wait_for_function(f"window.copseTaken.length > {before}")
    return page.locator(".copse-forest .copse-say p").first.inner_text()


def measured(browser, path, studies):
    """Returns the times by kind of event, and stops where a page did not recompute."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto(path.resolve().as_uri())
    page.wait_for_function("[...document.querySelectorAll('.copse-forest')].every(e => e.copseLive)")
    count = page.evaluate("document.querySelector('.copse-forest').copseLive.data.study.length")
    page.evaluate(CLOCK)
    for i in range(studies):
        study = i * count // studies
        key = "" if i % 2 == 0 else "Enter"
        banner = toggled(page, study, key)
        if f"{count - 1} of {count} studies" not in banner:
            raise SystemExit(f"study {study}: the page did not recompute: {banner}")
        toggled(page, study, key)
    return count, page.evaluate("window.copseTaken")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--page", type=Path, default=own.ROOT / "target" / "live" / "large.html")
    parser.add_argument("--studies", type=int, default=50, help="studies that are left out and brought back, one by one")
    asked = parser.parse_args()
    if not asked.page.is_file():
        raise SystemExit(f"{asked.page} is missing: mvn test -Dtest=LiveForestTest writes it")
    own.enter()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = os.environ.get("COPSE_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        count, taken = measured(browser, asked.page, asked.studies)
    print(f"{count} studies, {asked.studies} left out and brought back, {len(taken)} events; ms")
    print(f"{'event':10}{'':22}{'median':>8}{'95%':>8}{'most':>8}")
    for kind in sorted({t[0] for t in taken}):
        for place, what in ((1, "numbers and drawing"), (2, "with the frame")):
            times = sorted(t[place] for t in taken if t[0] == kind)
            edge = times[min(len(times) - 1, int(0.95 * len(times)))]
            print(f"{kind:10}{what:22}{statistics.median(times):8.1f}{edge:8.1f}{times[-1]:8.1f}")


if __name__ == "__main__":
    sys.exit(main())
