"""The tables of an exported page sort by mouse and keyboard, unfold, copy into a spreadsheet, and run nothing but their own script."""

from conftest import OUTPUT

LONG = ".copse-table:has(caption:text('Two hundred and five rows')) table"


def column(table, index):
    return table.evaluate(
        "(t, c) => [...t.tBodies[0].rows].filter(r => !r.hidden && r.cells.length > 1).map(r => r.cells[c].textContent)", index
    )


def test_a_long_table_sorts_all_its_rows_and_keeps_missing_last(executed, visit):
    assert executed["code"] == 0, executed["said"]
    seen = visit(OUTPUT / "displays.html")
    table = seen.page.locator(LONG)
    assert column(table, 0) == [str(i) for i in [*range(1, 13), *range(201, 206)]]
    head = table.locator("thead th").nth(1)
    head.locator("button").focus()
    seen.page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    assert column(table, 0)[0] == "205" and column(table, 0)[-1] == "4"
    seen.page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert column(table, 0)[0] == "1" and column(table, 0)[-1] == "4"
    seen.page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "none"
    assert column(table, 0)[:3] == ["1", "2", "3"]
    assert seen.errors == [] and seen.outside() == []


def test_a_long_table_unfolds(executed, visit):
    seen = visit(OUTPUT / "displays.html")
    table = seen.page.locator(LONG)
    more = table.locator("tr[data-copse-gap] button")
    assert more.inner_text() == "\u2026 188 more rows" and more.get_attribute("aria-expanded") == "false"
    more.click()
    assert len(column(table, 0)) == 205 and more.get_attribute("aria-expanded") == "true"


def test_copying_gives_a_spreadsheet_numbers_with_all_digits(executed, visit):
    seen = visit(OUTPUT / "displays.html")
    block = seen.page.locator(LONG).locator("xpath=..")
    seen.page.evaluate(
        """() => {
          const old = DataTransfer.prototype.setData;
          window.put = {};
          DataTransfer.prototype.setData = function (type, text) { window.put[type] = text; old.call(this, type, text); };
        }"""
    )
    block.get_by_text("Copy table").click()
    lines = seen.page.evaluate("window.put['text/plain']").split("\n")
    assert lines[0] == "row\troot\tparity" and len(lines) == 206
    assert lines[2] == "2\t-1.4142135623730951\teven" and lines[4] == "4\t\teven"
    assert 'x:num="-1.4142135623730951"' in seen.page.evaluate("window.put['text/html']")


def test_a_table_too_long_for_the_page_offers_nothing_and_says_so(executed, visit):
    seen = visit(OUTPUT / "displays.html")
    block = seen.page.locator(".copse-table:has(caption:text-is('Two thousand rows'))")
    assert block.locator("button").count() == 0
    assert block.get_by_text("Too long to sort, unfold or copy here").is_visible()


def test_without_scripts_the_tables_stand_still(executed, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((OUTPUT / "displays.html").as_uri())
    assert page.locator(LONG).get_by_text("\u2026 188 more rows").is_visible()
    assert page.get_by_text("Copy table", exact=True).count() == 0
    context.close()
