// The controls: what the reader chose, what it gives, and how it is said.

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) key in element ? (element[key] = value) : element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function choice(label, options, onchange) {
  const select = make("select", {}, ...Object.entries(options).map(([value, text]) => make("option", { value }, text)));
  select.onchange = () => onchange(select.value);
  return { select, label: make("label", {}, label, select) };
}

class Plot {
  constructor(root, data, svg) {
    Object.assign(this, { root, data, drawing: new Drawing(data, svg), svg });
    this.controls();
    this.listen();
    this.reset();
  }

  get initial() {
    const { kind, tau2, interval } = this.data.reported;
    return { kind, tau2, interval, order: "given", first: this.data.y.length, out: new Set(), hidden: new Set(), axis: null };
  }

  reset() {
    this.state = this.initial;
    this.update();
  }

  set(change) {
    Object.assign(this.state, change);
    this.update();
  }

  /** The model chosen; the reported one with all its settings where it is the same kind. */
  model() {
    const { kind, tau2, interval } = this.state, { reported, fresh } = this.data;
    const base = reported.kind === kind ? reported : fresh[kind];
    return kind === "RE" ? { ...base, tau2: tau2 || base.tau2, interval: interval || base.interval } : base;
  }

  isReportedModel() {
    const { reported } = this.data, model = this.model();
    return model.kind === reported.kind && model.tau2 === reported.tau2 && model.interval === reported.interval;
  }

  results(chosen) {
    const parts = [{ model: this.model(), column: this.data.weightColumns[0] }];
    if (this.data.second) parts.push({ model: this.data.second, column: this.data.weightColumns[1] });
    return parts.map((part) => ({ ...part, ...analyse(this.data, chosen.pooled, part.model) }));
  }

  update() {
    const { data, state } = this, focus = this.root.contains(document.activeElement) && document.activeElement.dataset;
    const chosen = selection(data, state), whole = chosen.pooled.length === data.y.length && !state.hidden.size;
    this.asReported = whole && this.isReportedModel();
    this.parts = this.asReported ? null : this.results(chosen);
    const rows = this.asReported ? reportedRows(data, state) : recomputedRows(data, state, chosen, this.parts);
    const words = this.describe(chosen);
    this.drawing.draw(rows, this.references(), state.axis, this.asReported ? "" : words + this.method);
    this.label(new Set(chosen.pooled));
    this.say(words);
    this.show();
    const key = focus && (focus.study ? "study" : focus.group ? "group" : null);
    const again = key && this.svg.querySelector(`[data-${key}="${focus[key]}"]`);
    if (again && again !== document.activeElement) again.focus({ preventScroll: true });
  }

  /** What any selection under any model gives. */
  evaluate(rows, model) {
    return analyse(this.data, rows, model);
  }

  references() {
    if (!this.parts) return this.data.lines;
    const kinds = ["POOLED", "SECOND"], fixed = this.data.lines.filter((line) => line[0] === "NULL");
    return fixed.concat(this.parts.filter((part) => part.overall).map((part, p) => [kinds[p], part.overall.shown.estimate]));
  }

  /** What rows say to a screen reader; one of them is in the order of the Tab key. */
  label(pooled) {
    const rows = [...this.svg.querySelectorAll("[role=checkbox]")];
    for (const row of rows) {
      const study = row.dataset.study !== undefined, i = Number(study ? row.dataset.study : row.dataset.group);
      const on = study ? pooled.has(i) : !this.state.hidden.has(i);
      row.setAttribute("tabindex", "-1");
      if (row.getAttribute("aria-checked") === String(on)) continue;
      row.setAttribute("aria-checked", on);
      row.setAttribute("aria-label", study ? `${this.data.study[i].hover}. ${on ? "Included" : "Left out"}` : `Subgroup ${this.data.groups[i].name}`);
      for (const part of row.closest(".copse-out") ? row.querySelectorAll("text,.copse-square") : []) {
        part.setAttribute("fill", part.tagName === "text" ? OUT.text : OUT.square);
        if (part.tagName !== "text") part.setAttribute("stroke", OUT.text);
      }
    }
    if (rows.length) (rows.find((row) => row.dataset.study === this.at) || rows[0]).setAttribute("tabindex", "0");
  }

  /** What is shown, in words: for the banner, and for the foot of a picture that is not the reported result. */
  describe(chosen) {
    const { data } = this;
    if (this.asReported) return data.reported.why || "Click a study, or press Space on it, to leave it out.";
    const { overall, model } = this.parts[0], { abbreviation, decimals } = data;
    const result = overall ? `${abbreviation} ${fixed(overall.shown.estimate, decimals)} ${interval(overall.shown, decimals)}` : "no pooled effect";
    const note = overall && overall.note ? "; " + overall.note : "";
    this.method = ` ${modelName(model)}; ${model.kind === "RE" ? INTERVAL_NAMES[model.interval] : "Wald"} interval${note}.`;
    return `Sensitivity analysis: ${chosen.pooled.length} of ${data.y.length} studies, not the reported result. ${result}, reported ${data.reported.text}.`;
  }

  say(words) {
    this.box.classList.toggle("copse-on", !this.asReported);
    this.back.hidden = this.asReported && this.state.order === "given" && !this.state.axis;
    this.back.style.display = this.back.hidden ? "none" : "";
    this.words.textContent = words;
  }

  /** Brings the controls in line with the state. */
  show() {
    const { state, data, fields } = this, random = state.kind === "RE";
    fields.model.select.value = state.kind;
    fields.order.select.value = state.order;
    fields.tau2.label.hidden = fields.interval.label.hidden = !random;
    fields.tau2.label.style.display = fields.interval.label.style.display = random ? "" : "none";
    if (random) {
      fields.tau2.select.value = this.model().tau2;
      fields.interval.select.value = this.model().interval;
    }
    fields.first.value = state.first;
    fields.count.textContent = state.first === data.y.length ? "all" : state.first;
    fields.first.disabled = state.kind === "REPORTED";
    [fields.min.value, fields.max.value] = (state.axis || data.axis.limits).map((x) => Number(x.toPrecision(4)));
    fields.java.textContent = this.java();
  }

  java() {
    return javaCall(this.data, this.state, this.model(), this.isReportedModel());
  }

  controls() {
    const { data } = this, { reported } = data, kinds = {};
    if (reported.kind === "REPORTED") kinds.REPORTED = "As reported";
    // beside a second model the columns are named after both, so the first stays of its kind
    Object.keys(data.fresh).filter((kind) => !data.second || kind === reported.kind).forEach((kind) => (kinds[kind] = { RE: "Random effects", IV: "Common effect", MH: "Mantel-Haenszel" }[kind]));
    const orders = Object.fromEntries(Object.entries(ORDERS).filter(([key]) => key !== "year" || data.years).map(([key, [text]]) => [key, text]));
    const intervals = Object.fromEntries(["HARTUNG_KNAPP_OR_WALD", "HARTUNG_KNAPP", "WALD", reported.interval].filter(Boolean).map((key) => [key, INTERVAL_NAMES[key]]));
    const f = (this.fields = {
      model: choice("Model", kinds, (kind) => this.set({ kind, ...this.defaults(kind) })),
      tau2: choice("τ²", { REML: "REML", DL: "DL", PM: "PM" }, (tau2) => this.set({ tau2 })),
      interval: choice("Interval", intervals, (interval) => this.set({ interval })),
      order: choice("Order", orders, (order) => this.set({ order })),
      first: make("input", { type: "range", min: 1, max: data.y.length, step: 1 }),
      count: make("output"),
      min: make("input", { type: "text", inputMode: "decimal" }),
      max: make("input", { type: "text", inputMode: "decimal" }),
      java: make("pre", { tabIndex: 0 }),
    });
    f.first.setAttribute("aria-label", "Cumulative: pool the first studies in the order shown");
    f.first.oninput = () => this.set({ first: Number(f.first.value) });
    this.words = make("p", { role: "status", "aria-live": "polite" });
    this.back = make("button", { type: "button", onclick: () => this.reset() }, "Reset");
    this.box = make("div", { className: "copse-say" }, this.words, this.back);
    this.tip = make("div", { className: "copse-tip", role: "tooltip" });
    const order = [f.model.label, f.tau2.label, f.interval.label, f.order.label, make("label", {}, "First", f.first, f.count), this.more()];
    const bar = make("div", { className: "copse-bar", role: "group", "aria-label": "Sensitivity analysis" }, ...order);
    dress();
    this.root.prepend(bar, this.box);
    bar.style.maxWidth = this.box.style.maxWidth = data.layout.width + "px";
    this.root.append(this.svg, this.tip);
  }

  defaults(kind) {
    const { reported, fresh } = this.data, base = reported.kind === kind ? reported : fresh[kind] || reported;
    return { tau2: base.tau2, interval: base.interval };
  }

  more() {
    const button = (text, onclick) => make("button", { type: "button", onclick }, text), f = this.fields;
    const axis = () => {
      const limits = [f.min, f.max].map((field) => Number(field.value.replace(MINUS, "-")));
      const good = limits[0] < limits[1] && limits.every(Number.isFinite) && (!this.data.log || limits[0] > 0);
      if (good) this.set({ axis: limits });
      else this.words.textContent = `The axis needs two numbers, the smaller one first${this.data.log ? ", both above 0" : ""}.`;
    };
    const copy = () => copied(this.java(), (done) => (this.words.textContent = done ? "Java copied." : "Copying is not allowed here; select the text above."));
    return make("details", { className: "copse-more" }, make("summary", {}, "More"),
      make("div", { className: "copse-panel" },
        make("div", {}, make("label", {}, "Axis from", f.min), make("label", {}, "to", f.max), button("Set", axis), button("Automatic", () => this.set({ axis: null }))),
        make("div", {}, "Save the plot as shown:", button("SVG", () => this.save("svg")), button("PNG", () => this.save("png"))),
        f.java, button("Copy Java", copy)));
  }

  toggle(row) {
    const { state } = this, study = row.dataset.study !== undefined;
    if (state.kind === "REPORTED") return (this.words.textContent = this.data.reported.why);
    const set = new Set(study ? state.out : state.hidden), i = Number(study ? row.dataset.study : row.dataset.group);
    set.has(i) ? set.delete(i) : set.add(i);
    this.set(study ? { out: set } : { hidden: set });
  }

  listen() {
    const row = (event) => event.target.closest("[role=checkbox]");
    this.svg.addEventListener("click", (event) => row(event) && this.toggle(row(event)));
    this.svg.addEventListener("keydown", (event) => this.key(event, row(event)));
    this.svg.addEventListener("mouseover", (event) => this.hover(row(event)));
    this.svg.addEventListener("mouseleave", () => this.hover(null));
    this.svg.addEventListener("focusin", (event) => this.hover(row(event)));
    this.svg.addEventListener("focusout", () => this.hover(null));
    const paint = () => this.root.classList.toggle("copse-dark", onDark(this.root));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
    new MutationObserver(paint).observe(document.body, { attributes: true, attributeFilter: ["class", "data-jp-theme-light"] });
    paint();
  }

  key(event, row) {
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...this.svg.querySelectorAll("[role=checkbox]")], at = rows.indexOf(row);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (event.key === "Escape") this.hover(null);
    else if (event.key === " " || event.key === "Enter") this.toggle(row);
    else if (to === undefined) return;
    else if (rows[to]) {
      rows.forEach((other) => other.setAttribute("tabindex", other === rows[to] ? "0" : "-1"));
      rows[to].focus();
    }
    // the notebook around has keys of its own
    event.preventDefault();
    event.stopPropagation();
  }

  /** Shows a study's data and notes beside its row. */
  hover(row) {
    this.at = row ? row.dataset.study : this.at;
    if (!row || row.dataset.study === undefined) return (this.tip.style.display = "none");
    const study = this.data.study[row.dataset.study], [name, ...facts] = study.facts;
    this.tip.replaceChildren(make("b", {}, name), ...facts.map((fact) => make("div", {}, fact)));
    this.tip.style.display = "block";
    const box = row.getBoundingClientRect(), own = this.root.getBoundingClientRect(), svg = this.svg.getBoundingClientRect();
    const below = box.bottom - own.top + 4, left = svg.left - own.left + (this.data.layout.left / this.data.layout.width) * svg.width;
    this.tip.style.left = Math.max(0, Math.min(left, own.width - this.tip.offsetWidth - 4)) + "px";
    this.tip.style.top = (below + this.tip.offsetHeight > own.height ? box.top - own.top - this.tip.offsetHeight - 4 : below) + "px";
  }

  save(type) {
    const name = "forest-plot" + (this.asReported ? "" : "-sensitivity"), text = picture(this.svg);
    const svg = new Blob([text], { type: "image/svg+xml" });
    if (type === "svg") return download(svg, name + ".svg");
    const image = new Image(), address = URL.createObjectURL(svg), scale = 300 / 96;
    image.onload = () => {
      const canvas = make("canvas", { width: image.width * scale, height: image.height * scale });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(address);
      canvas.toBlob((png) => download(png, name + ".png"));
    };
    image.src = address;
  }
}
