// Files, the clipboard, and the start: each plot's element is found and made live once.

/** The plot as a file of its own, in the colours of print. */
function picture(svg) {
  const copy = svg.cloneNode(true);
  copy.querySelectorAll(".copse-hit").forEach((hit) => hit.remove());
  copy.querySelectorAll("g[role]").forEach((row) => ["role", "tabindex", "aria-checked"].forEach((name) => row.removeAttribute(name)));
  copy.querySelectorAll(".copse-out text").forEach((text) => text.setAttribute("text-decoration", "line-through"));
  return new XMLSerializer().serializeToString(copy);
}

function download(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Copies a text, by the old way where a page may not use the new one. */
function copied(text, tell) {
  const old = () => {
    const field = make("textarea", { value: text });
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(() => tell(true), () => tell(old()));
  else tell(old());
}

/** Rows as Java wrote them: kind, cells, mark, study, words, lines of the label if more than one, group. */
function unpacked(data) {
  const rows = data.rows.map(([kind, cells, mark, study, hover, lines, group]) => {
    const row = { kind, cells, mark, study, hover, lines: lines || [(cells[0] || "").trim()] };
    if (typeof group === "number") row.group = group;
    return kind === "STUDY" ? { ...row, facts: data.facts[study], hover: data.facts[study].join(". ") } : row;
  });
  data.study = [];
  rows.filter((row) => row.kind === "STUDY").forEach((row) => (data.study[row.study] = row));
  data.rows = rows;
  return data;
}

const FORMAT = 1;

function start(root) {
  if (root.copseLive) return;
  const image = root.querySelector(":scope > img"), source = root.querySelector("script.copse-forest-data");
  const data = image && source && JSON.parse(source.textContent);
  if (!data || data.format !== FORMAT) return;
  const bytes = Uint8Array.from(atob(image.src.split(",")[1]), (c) => c.charCodeAt(0));
  const parsed = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "image/svg+xml").documentElement;
  const svg = document.importNode(parsed, true);
  svg.setAttribute("role", "group");
  root.classList.add("copse-live");
  try {
    root.copseLive = new Plot(root, unpacked(data), svg);
  } catch (error) {
    root.classList.remove("copse-live"); // the picture stays
    [...root.children].forEach((child) => child !== image && child.tagName !== "SCRIPT" && child.remove());
    throw error;
  }
}

/** Each output brings the script; whichever runs makes all plots live that are not yet. */
function startAll() {
  document.querySelectorAll(".copse-forest").forEach(start);
}

(window.copseForest ??= {})[FORMAT] = startAll;
startAll();
