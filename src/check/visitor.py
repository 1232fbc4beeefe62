"""Opens pages in one headless Chromium that reaches this machine only, counts what they show and takes screenshots."""

import io
import re
import time
from dataclasses import dataclass, field

from playwright.sync_api import Error

LOCAL = ("http://127.0.0.1", "http://localhost", "ws://127.0.0.1", "ws://localhost", "data:", "blob:", "file:", "about:")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
COUNT = """() => {
  const seen = e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.height > 0; };
  const all = s => [...document.querySelectorAll(s)];
  const words = document.body ? document.body.innerText : '';
  return {
    tables: all('table').filter(t => seen(t) && t.innerText.includes('Risk ratio')).length,
    pictures: all("img[src^='data:image/svg+xml']").filter(i => seen(i) && i.naturalWidth > 0).length
      + all('.copse-forest').filter(f => [...f.querySelectorAll('svg')].some(seen) && ![...f.querySelectorAll('img')].some(seen)).length
      + all('.copse-inline>svg').filter(seen).length
      + all('[data-mime-type="image/svg+xml"] svg, .output_svg svg').filter(seen).length,
    figures: all('.js-plotly-plot').filter(seen).length,
    live: all('.copse-forest').some(f => seen(f) && f.copseLive),
    words: words.includes('only Plotly can draw it'),
    stream: words.includes('A line of text'),
  };
}"""
HEAD = (
    "| front end | state | tables | pictures | live figures | live forest plot | text | outside requests stopped | script errors |\n"
    "|---|---|---|---|---|---|---|---|---|"
)


@dataclass
class Seen:
    """What one front end showed in one state."""

    front_end: str
    state: str
    shows: dict
    outside: set = field(default_factory=set)
    errors: list = field(default_factory=list)
    seconds: float = 0


class Visitor:
    """Opens addresses and notes what they show."""

    def __init__(self, browser, output, wait):
        self.browser, self.output, self.wait, self.all = browser, output, wait, []

    def visit(self, front_end, state, address, again=False, dark=False, offline=False):
        """Opens a page (twice if again), waits until what it shows no longer changes, and counts."""
        scheme = "dark" if dark else "light"
        context = self.browser.new_context(viewport={"width": 1100, "height": 2600}, color_scheme=scheme, offline=offline)
        seen = Seen(front_end, state, {})
        context.route("**/*", lambda route: self._let(route, seen))
        page = context.new_page()
        page.on("pageerror", lambda error: seen.errors.append(str(error).splitlines()[0]))
        try:
            page.goto(address, timeout=self.wait * 1000, wait_until="domcontentloaded")
            self._settle(page, seen)
            if again:
                page.reload(timeout=self.wait * 1000, wait_until="domcontentloaded")
                self._settle(page, seen)
            self._shoot(page, re.sub(r"[^a-z0-9]+", "-", f"{front_end} {state}".lower()))
        except Error as failure:
            seen.errors.append(str(failure).splitlines()[0])
        context.close()
        self.all.append(seen)
        print(row(seen), flush=True)
        return seen

    @staticmethod
    def _let(route, seen):
        url = route.request.url
        if url.startswith(LOCAL):
            route.continue_()
        else:
            seen.outside.add(url.split("/")[2])
            route.abort()

    def _settle(self, page, seen):
        start, last, same = time.monotonic(), None, 0
        while time.monotonic() < start + self.wait and same < 4:
            page.wait_for_timeout(1000)
            try:
                now = page.evaluate(COUNT)
            except Error:  # the page moved on to another address
                now = None
            if now and now["stream"] and not (last and last["stream"]):
                seen.seconds = time.monotonic() - start
            same = same + 1 if now and now == last and now["stream"] else 0
            last = now
        seen.shows = last or {}

    def _shoot(self, page, name):
        from PIL import Image  # a picture is all that needs it

        picture = Image.open(io.BytesIO(page.screenshot()))
        picture = picture.resize((picture.width * 7 // 11, picture.height * 7 // 11), Image.Resampling.LANCZOS)
        picture.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(self.output / f"{name}.png", optimize=True)


def row(seen):
    """Returns one line of the table, in Markdown."""
    shows = seen.shows
    figures = f"{shows.get('figures', 0)}" + (" (a sentence in place of one)" if shows.get("words") else "")
    hosts = ", ".join(sorted(seen.outside)) or "none"
    errors = "; ".join(sorted(set(seen.errors)))[:120] or "none"
    yes = {name: "yes" if shows.get(name) else "no" for name in ("live", "stream")}
    cells = (seen.front_end, seen.state, shows.get("tables", 0), shows.get("pictures", 0), figures, yes["live"], yes["stream"], hosts, errors)
    return "| " + " | ".join(map(str, cells)) + " |"
