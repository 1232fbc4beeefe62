// Tables that sort, unfold and copy. Without it, or where scripts do not run, the same tables stand still.
(function () {
  "use strict";
  const HEAD = 12, TAIL = 5, ABSENT = "\u2013";

  function plain(text) {
    return text.trim().replace(/\u2212/g, "-");
  }

  // the number of a cell: the one behind it, or the one that its text begins with
  function number(cell) {
    if (cell.dataset.value !== undefined) return Number(cell.dataset.value);
    const found = /^[<>≤≥=p\s]*(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e-?\d+)?)/.exec(plain(cell.textContent));
    return found ? Number(found[1].replace(/,/g, "")) : undefined;
  }

  function isAbsent(cell) {
    const text = cell.textContent.trim();
    return text === "" || text === ABSENT || text === "not estimable";
  }

  function compare(a, b, numeric) {
    return numeric
      ? number(a) - number(b)
      : a.textContent.trim().localeCompare(b.textContent.trim(), undefined, { numeric: true });
  }

  // what a spreadsheet gets: a number as such, else the text; one that it would compute stays a text
  function content(cell) {
    const text = plain(cell.textContent);
    if (cell.dataset.value !== undefined) return cell.dataset.value;
    if (/^-?\d+(\.\d+)?(e-?\d+)?$/.test(text)) return text;
    return text === ABSENT ? "" : text.replace(/\s+/g, " ").replace(/^[\p{Cf}\p{Cc}]*[=+@\-\uff1d\uff0b\uff0d\uff20]/u, "'$&");
  }

  function unfolded(table) {
    const source = table.parentElement.querySelector("script.copse-table-rows");
    const gap = table.querySelector("tr[data-copse-gap]");
    if (!source || !gap) return;
    const model = table.tBodies[0].rows[0];
    for (const row of JSON.parse(source.textContent)) {
      const made = document.createElement("tr");
      row.forEach(([text, value], c) => {
        const cell = made.insertCell();
        // a page without style attributes has classes in their place
        cell.className = model.cells[c].className;
        cell.style.cssText = model.cells[c].style.cssText;
        cell.style.opacity = text === ABSENT ? "0.5" : "1";
        cell.textContent = text;
        if (value !== null) cell.dataset.value = value;
      });
      gap.before(made);
    }
  }

  function ready(table) {
    table.dataset.copseReady = "yes";
    const body = table.tBodies[0];
    const heads = table.tHead ? [...table.tHead.rows[table.tHead.rows.length - 1].cells] : [];
    const gap = body.querySelector("tr[data-copse-gap]");
    const totals = [...body.querySelectorAll("tr[data-copse-total]")];
    unfolded(table);
    const original = [...body.rows].filter((row) => row !== gap && !totals.includes(row));
    let order = original, open = !gap;

    function lay() {
      const last = order.length - TAIL;
      order.forEach((row, i) => {
        row.hidden = !open && i >= HEAD && i < last;
        if (gap && i === last) body.append(gap);
        body.append(row);
      });
      body.append(...totals);
    }

    function sort(column) {
      const was = heads[column].getAttribute("aria-sort");
      const next = was === "ascending" ? "descending" : was === "descending" ? "none" : "ascending";
      const cells = original.map((row) => row.cells[column]).filter((cell) => !isAbsent(cell));
      const numeric = cells.length > 0 && cells.every((cell) => Number.isFinite(number(cell)));
      const sign = next === "descending" ? -1 : 1;
      order = next === "none" ? original : [...original].sort((x, y) => {
        const a = x.cells[column], b = y.cells[column];
        const missing = isAbsent(a) - isAbsent(b);
        return missing || (isAbsent(a) ? 0 : sign * compare(a, b, numeric));
      });
      heads.forEach((head, c) => {
        if (!head.querySelector("button")) return;
        head.setAttribute("aria-sort", c === column ? next : "none");
        head.querySelector("[aria-hidden]").textContent =
          c === column && next !== "none" ? (next === "ascending" ? "\u25b2" : "\u25bc") : "";
      });
      lay();
    }

    function button(label) {
      const made = document.createElement("button");
      made.type = "button";
      made.style.cssText =
        "font:inherit;color:inherit;background:none;border:none;padding:0;margin:0;cursor:pointer;text-align:inherit;";
      made.textContent = label;
      return made;
    }

    if (gap && body.parentElement.parentElement.querySelector("script.copse-table-rows")) {
      const cell = gap.cells[0];
      const more = button(cell.textContent);
      const said = more.textContent;
      more.setAttribute("aria-expanded", "false");
      more.style.textDecoration = "underline dotted";
      more.addEventListener("click", () => {
        open = !open;
        more.setAttribute("aria-expanded", String(open));
        more.textContent = open ? "Show first and last rows only" : said;
        lay();
      });
      cell.replaceChildren(more);
      lay();
    }

    if ("copseSort" in table.dataset) {
      heads.forEach((head, c) => {
        if (head.textContent.trim() === "") return;
        const press = button(head.textContent);
        press.title = "Sort by this column";
        const sign = document.createElement("span");
        sign.setAttribute("aria-hidden", "true");
        sign.style.cssText = "display:inline-block;width:1em;font-size:70%;text-align:right;";
        press.addEventListener("click", () => sort(c));
        head.replaceChildren(press, sign);
        head.setAttribute("aria-sort", "none");
      });
    }

    // the rows as a spreadsheet takes them, all of them, folded ones too
    function rows() {
      const header = heads.length ? [heads.map((head) => (head.querySelector("button") || head).textContent.trim())] : [];
      const lines = [...body.rows].filter((row) => row !== gap);
      return header.concat(lines.map((row) => [...row.cells].map(content)));
    }

    function escaped(text) {
      const box = document.createElement("div");
      box.textContent = text;
      return box.innerHTML;
    }

    function put(event) {
      const lines = rows();
      const cells = (row) => row.map((text) =>
        /^-?\d+(\.\d+)?(e-?\d+)?$/.test(text) ? `<td x:num="${text}">${text}</td>` : `<td>${escaped(text)}</td>`).join("");
      event.clipboardData.setData("text/plain", lines.map((row) => row.join("\t")).join("\n"));
      event.clipboardData.setData("text/html",
        `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>${lines.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table></body></html>`);
      event.preventDefault();
    }

    const copy = button("Copy table");
    copy.style.cssText += "font-size:80%;opacity:0.7;padding:1px 10px;text-decoration:underline dotted;";
    copy.addEventListener("click", () => {
      document.addEventListener("copy", taken, { once: true, capture: true });
      const done = document.execCommand("copy");
      document.removeEventListener("copy", taken, { capture: true });
      copy.textContent = done ? "Copied, with all digits" : "Select the table and copy it";
      setTimeout(() => { copy.textContent = "Copy table"; }, 2000);
    });
    function taken(event) {
      event.stopImmediatePropagation();
      put(event);
    }
    if ("copseSort" in table.dataset) table.after(copy);
  }

  for (const table of document.querySelectorAll(".copse-table table:not([data-copse-ready])")) {
    if (table.tBodies.length) ready(table);
  }
})();
