// Drawing: the same positions, shapes and colours as the picture that Java made.

const SVG = "http://www.w3.org/2000/svg";
const INK = "#111111", QUIET = "#555555", FONTS = "Arial, Helvetica, 'Liberation Sans', sans-serif";
const BOLD = new Set(["HEADING", "SUBTOTAL", "TOTAL", "PREDICTION"]);
const round = (x) => Math.round(x * 100) / 100;

function add(parent, name, attributes = {}, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, typeof value === "number" ? round(value) : value);
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

const pen = document.createElement("canvas").getContext("2d");

function wrapped(text, width, size, bold) {
  pen.font = `${bold ? "bold " : ""}${size}px ${FONTS}`;
  const lines = [];
  for (const word of text.split(/(?<![=<>])\s+(?![=<>] )/)) {
    const longer = lines.length ? lines[lines.length - 1] + " " + word : word;
    if (lines.length && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Positions on the axis, with its ticks. */
class Axis {
  constructor(data, limits) {
    const { left, right } = data.layout;
    [this.min, this.max] = limits || data.axis.limits;
    Object.assign(this, { left, right, log: data.log, ticks: limits ? ticks(data.log, ...limits) : data.axis.ticks });
  }

  x(value) {
    const f = this.log ? Math.log : (x) => x;
    return this.left + ((f(value) - f(this.min)) / (f(this.max) - f(this.min))) * (this.right - this.left);
  }

  within(value) {
    return clamp(this.x(value), this.left, this.right);
  }
}

/** Round positions: 0.1 0.25 0.5 1 2 4 on a ratio, steps of 1, 2 or 5 on a difference. */
function ticks(log, min, max) {
  const label = (x) => [x, (x < 0 ? MINUS : "") + String(Number(Math.abs(x).toPrecision(8)))];
  const inside = (values) => values.filter((x) => x >= min && x <= max);
  if (log) {
    const round = inside([0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 10, 20, 100]);
    if (round.length >= 3) return round.map(label);
    const decades = Array.from({ length: 41 }, (_, i) => i - 20);
    for (const steps of [[1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8], [1, 2, 5], [1]]) {
      const all = inside(decades.flatMap((d) => steps.map((s) => Number(`${s}e${d}`))));
      if (all.length < 3) break;
      if (all.length <= 7) return all.map(label);
    }
  }
  const raw = (max - min) / 5, size = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].find((s) => s * size >= raw * (1 - 1e-9)) * size, values = [];
  for (let i = Math.ceil(min / step - 1e-9); i * step <= max + 1e-9 * step; i++) values.push(Number((i * step).toPrecision(12)));
  return values.map(label);
}

class Drawing {
  constructor(data, svg) {
    const part = (name) => svg.querySelector(".copse-" + name);
    Object.assign(this, { data, svg, lines: part("lines"), body: part("body"), scale: part("axis"), foot: part("foot") });
    this.notes = [...this.foot.childNodes];
    this.kept = new Map();
  }

  /** Draws rows; under them Java's notes, or others where the numbers are not the reported ones. */
  draw(rows, references, limits, words) {
    const { layout } = this.data;
    this.axis = new Axis(this.data, limits);
    this.largest = Math.max(...rows.map((row) => (row.mark && !row.out && row.mark[4]) || 0));
    for (const part of [this.lines, this.scale]) part.replaceChildren();
    const nodes = (this.nodes = []);
    let y = layout.top, marks = y;
    for (const row of rows) {
      y += this.row(row, y);
      if (row.mark) marks = y;
    }
    this.arrange(nodes);
    const bottom = marks + 6;
    references.forEach((line) => this.reference(line, bottom, marks));
    const footTop = Math.max(y, this.drawAxis(bottom)) + 8, shift = footTop - layout.footTop;
    this.foot.setAttribute("transform", `translate(0 ${round(shift)})`);
    this.foot.replaceChildren(...(words ? [] : this.notes));
    const lines = words ? wrapped(words, layout.width - 2 * layout.pad, 11.5, false) : [];
    lines.forEach((line, n) => this.text(this.foot, layout.pad, layout.footTop + 10 + 15 * n, "start", 11.5, false, line, QUIET));
    const height = words ? footTop + 15 * lines.length + 7 : layout.height + shift;
    this.svg.setAttribute("height", round(height));
    this.svg.setAttribute("viewBox", `0 0 ${round(layout.width)} ${round(height)}`);
    this.svg.querySelector(".copse-paper").setAttribute("height", round(height));
  }

  /** Puts rows in their order, touching only those that are not there yet. */
  arrange(nodes) {
    const wanted = new Set(nodes);
    [...this.body.childNodes].forEach((node) => wanted.has(node) || node.remove());
    let at = this.body.firstChild;
    for (const node of nodes) {
      if (node === at) at = at.nextSibling;
      else this.body.insertBefore(node, at);
    }
  }

  /** The row of a study that was drawn before, with its weights, square and height as they are now; null if more has changed. */
  again(row, top) {
    const kept = row.kind === "STUDY" && this.kept.get(row.study), { axis } = this;
    if (!kept || kept.out !== row.out || kept.min !== axis.min || kept.max !== axis.max || kept.narrow) return null;
    const changed = row.cells.findIndex((cell, c) => typeof cell === "string" && cell !== kept.cells[c] && !(cell && kept.texts[c]));
    const side = row.mark && !row.out ? this.side(row) : kept.side;
    if (changed >= 0 || (row.mark && axis.within(row.mark[3]) - axis.within(row.mark[2]) < side + 3)) return null;
    row.cells.forEach((cell, c) => typeof cell === "string" && cell !== kept.cells[c] && (kept.texts[c].textContent = cell));
    // a twentieth of a pixel is seen by nobody, and 200 squares take time
    const resized = Math.abs(side - kept.side) > 0.05;
    if (resized && kept.square) this.resize(kept, row, side);
    if (top === kept.top) kept.g.removeAttribute("transform");
    else kept.g.setAttribute("transform", `translate(0 ${round(top - kept.top)})`);
    Object.assign(kept, { cells: row.cells, side: resized ? side : kept.side });
    this.nodes.push(kept.g);
    return kept.height;
  }

  resize({ square, top, height }, row, side) {
    const place = { x: this.axis.x(row.mark[1]) - side / 2, y: top + height / 2 - side / 2, width: side, height: side };
    for (const [key, value] of Object.entries(place)) square.setAttribute(key, round(value));
  }

  /** Side of a square: its area is the weight's share of the largest. */
  side({ mark, out }) {
    if (mark[4] === null) return 7;
    return Math.max(3, 15 * Math.sqrt((out ? this.largest / 4 : mark[4]) / this.largest || 0));
  }

  reference([kind, value], axisY, marks) {
    if (!(value >= this.axis.min && value <= this.axis.max)) return;
    const x = this.axis.x(value), none = kind === "NULL", dash = { POOLED: "2 3", SECOND: "6 4" }[kind];
    const line = { x1: x, y1: this.data.layout.top - 5, x2: x, y2: none ? axisY : marks, stroke: none ? INK : QUIET, "stroke-width": 1 };
    add(this.lines, "line", dash ? { ...line, "stroke-dasharray": dash } : line);
  }

  /** Draws a row and returns its height. */
  row(row, top) {
    const { layout } = this.data, { kind } = row, bold = BOLD.has(kind);
    if (kind === "SPACER") return 10.5;
    if (kind === "STATISTIC") {
      const lines = row.lines || wrapped(row.cells[0], Math.max(layout.leftEnd - layout.pad, 240), 11.5, false);
      const block = this.piece();
      lines.forEach((line, n) => this.text(block, layout.pad, top + 12 + 15 * n, "start", 11.5, false, line));
      return 15 * lines.length + 3;
    }
    const known = this.again(row, top);
    if (known) return known;
    const indented = row.cells[0].startsWith("\u2002");
    const room = row.cells.length > 1 ? layout.label : layout.leftEnd - layout.pad;
    const lines = row.lines || wrapped(row.cells[0].trim(), Math.max(60, room - (indented ? 13 : 0)), 13, bold);
    const height = 21 + (lines.length - 1) * 16, middle = top + height / 2;
    const g = this.group(row, top, height);
    if (row.mark) this.mark(g, row, middle);
    const first = middle + 4.5 - (lines.length - 1) * 8;
    lines.forEach((line, n) => this.text(g, layout.pad + (indented ? 6.5 : 0), first + 16 * n, "start", 13, bold, line));
    const texts = row.cells.map((cell, c) => (c ? this.cell(g, cell, layout.columns[c], middle + 4.5, bold) : null));
    if (kind === "STUDY") this.keep(g, row, { top, height, texts });
    return height;
  }

  keep(g, row, rest) {
    const { min, max } = this.axis, square = g.querySelector(".copse-square"), side = row.mark ? this.side(row) : 0;
    const narrow = Boolean(square && square.nextSibling && square.nextSibling.tagName === "line");
    this.kept.set(row.study, { g, out: row.out, cells: row.cells, min, max, square, side, narrow, ...rest });
  }

  piece(attributes) {
    const g = add(document.createDocumentFragment(), "g", attributes);
    this.nodes.push(g);
    return g;
  }

  /** A study's group from before, to be filled anew: it keeps the focus, whose loss and return would make the browser lay out all. */
  emptied(row, study) {
    const kept = study && this.kept.get(row.study);
    if (!kept) return null;
    kept.g.replaceChildren();
    for (const name of ["transform", "aria-checked"]) kept.g.removeAttribute(name);
    this.nodes.push(kept.g);
    return kept.g;
  }

  /** The group of a row; studies and headings can be reached by mouse and keyboard. */
  group(row, top, height) {
    const { layout } = this.data, study = row.kind === "STUDY", live = study || row.group !== undefined;
    const g = this.emptied(row, study) || this.piece({});
    g.setAttribute("class", "copse-row" + (row.out ? " copse-out" : ""));
    if (!live) add(g, "title", {}, row.hover);
    else {
      add(g, "rect", { class: "copse-hit", x: 4, y: top + 0.5, width: layout.width - 8, height: height - 1, rx: 3, fill: "#ffffff", "fill-opacity": 0 });
      g.setAttribute("role", "checkbox");
      g.setAttribute("tabindex", "-1");
      g.dataset[study ? "study" : "group"] = study ? row.study : row.group;
    }
    return g;
  }

  text(parent, x, y, anchor, size, bold, text, fill = INK) {
    if (!text || !text.trim()) return null;
    const attributes = { x, y };
    if (size !== 13) attributes["font-size"] = size;
    if (fill !== INK) attributes.fill = fill;
    if (anchor !== "start") attributes["text-anchor"] = anchor;
    if (bold) attributes["font-weight"] = "bold";
    return add(parent, "text", attributes, text);
  }

  cell(g, cell, column, y, bold) {
    if (Array.isArray(cell)) cell.forEach((piece, n) => this.text(g, column.pieces[n], y, "end", 13, bold, piece));
    else return this.text(g, column.right, y, "end", 13, bold, cell);
  }

  mark(g, row, y) {
    const [shape, estimate, lower, upper] = row.mark, { axis } = this;
    const from = axis.within(lower), to = axis.within(upper);
    if (shape === "SQUARE") {
      this.square(g, axis.x(estimate), from, to, y, this.side(row));
      this.arrows(g, lower, upper, y, "#222222");
    } else if (shape === "DIAMOND") {
      const centre = axis.within(estimate), narrow = to - from < 2, fill = row.kind === "SUBTOTAL" ? "#777777" : "#000000";
      const points = [narrow ? centre - 1 : from, y, centre, y - 7, narrow ? centre + 1 : to, y, centre, y + 7];
      this.polygon(g, fill, "copse-diamond", points);
      this.arrows(g, lower, upper, y, fill);
    } else {
      add(g, "rect", { x: from, y: y - 2, width: Math.max(1, to - from), height: 4, fill: "#aa3377", class: "copse-prediction" });
      this.arrows(g, lower, upper, y, "#aa3377");
    }
  }

  square(g, centre, from, to, y, side) {
    if (to > from) add(g, "line", { x1: from, y1: y, x2: to, y2: y, stroke: "#222222", "stroke-width": 1.2 });
    if (centre < this.axis.left - 0.01 || centre > this.axis.right + 0.01) return;
    add(g, "rect", { x: centre - side / 2, y: y - side / 2, width: side, height: side, fill: "#4477aa", class: "copse-square" });
    if (to - from < side + 3) {
      const x1 = Math.max(from, centre - side / 2), x2 = Math.min(to, centre + side / 2);
      add(g, "line", { x1, y1: y, x2, y2: y, stroke: "#ffffff", "stroke-width": 1.2 });
    }
  }

  arrows(g, lower, upper, y, fill) {
    const { axis } = this, { left, right } = axis;
    if (axis.x(lower) < left - 0.01) this.polygon(g, fill, "copse-arrow", [left - 1, y, left + 7, y - 4, left + 7, y + 4]);
    if (axis.x(upper) > right + 0.01) this.polygon(g, fill, "copse-arrow", [right + 1, y, right - 7, y - 4, right - 7, y + 4]);
  }

  polygon(g, fill, name, xy) {
    const points = xy.reduce((text, value, n) => text + (n ? (n % 2 ? "," : " ") : "") + round(value), "");
    add(g, "polygon", { fill, class: name, points });
  }

  /** The axis with what lies below it; returns where that ends. */
  drawAxis(y) {
    const { axis, scale, data } = this, line = { stroke: INK, "stroke-width": 1 };
    add(scale, "line", { x1: axis.left, y1: y, x2: axis.right, y2: y, ...line });
    for (const [value, label] of axis.ticks) {
      const x = axis.x(value);
      add(scale, "line", { x1: x, y1: y, x2: x, y2: y + 5, ...line });
      this.text(scale, x, y + 19, "middle", 13, false, label);
    }
    const at = data.nullValue === null ? (axis.left + axis.right) / 2 : clamp(axis.x(data.nullValue), axis.left + 60, axis.right - 60);
    data.favours.forEach((lines, n) =>
      lines.forEach((text, row) => this.text(scale, at + (n ? 8 : -8), y + 37 + 16 * row, n ? "start" : "end", 13, false, text)),
    );
    return y + 24 + 16 * Math.max(...data.favours.map((lines) => lines.length));
  }
}
