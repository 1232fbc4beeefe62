// Rows of the plot: Java's own for the reported numbers, made anew for every other selection or model.

const MODEL_NAMES = { RE: "Random effects", IV: "Common effect (inverse variance)", MH: "Common effect (Mantel-Haenszel)" };
const modelName = (model) => MODEL_NAMES[model.kind] + (model.kind === "RE" ? ` (${model.tau2})` : "");
const chiSquared = (q) => `Q = ${fixed(q.q, 2)}, df = ${q.df}, ${pEquals(q.p)}`;

const ORDERS = {
  given: ["as given"],
  effect: ["effect", (data, i) => data.y[i]],
  precision: ["precision", (data, i) => data.v[i]],
  weight: ["weight", (data, i) => -data.study[i].mark[4]],
  year: ["year", (data, i) => data.years && data.years[i]],
};

/** Rows of studies in an order; what has no value for it stands last. */
function ordered(data, rows, order) {
  const key = ORDERS[order][1];
  if (!key) return rows;
  const of = (i) => (data.study[i].mark || order === "year" ? key(data, i) : null);
  const last = (x) => x === null || x === undefined || Number.isNaN(x);
  return [...rows].sort((a, b) => {
    const x = of(a), y = of(b);
    return last(x) || last(y) ? last(x) - last(y) || a - b : x - y || a - b;
  });
}

/** The groups of the plot, each with its studies in order; one nameless group where there are none. */
function arranged(data, state) {
  const groups = data.groups || [{ rows: data.y.map((_, i) => i) }];
  return groups.map((group) => ({ ...group, rows: ordered(data, group.rows, state.order) }));
}

/** Studies in the order shown, and those of them that are pooled. */
function selection(data, state) {
  const groups = arranged(data, state);
  const shown = groups.flatMap((group, g) => (state.hidden.has(g) ? [] : group.rows));
  return { groups, shown, pooled: shown.filter((i, at) => at < state.first && !state.out.has(i)).sort((a, b) => a - b) };
}

function heterogeneity(fit, model) {
  if (fit.k < 2) return "Heterogeneity: not applicable (1 study)";
  const source = model.iSquared === "TAU2" ? " (from τ²)" : " (from Q)";
  const tau2 = model.kind === "RE" ? `τ² = ${significant(fit.tau2, 4)}; ` : "";
  return `Heterogeneity: ${tau2}I² = ${percent(fit.iSquared)}${model.kind === "RE" ? source : ""}; ${chiSquared(fit.q)}`;
}

function overallTest(fit, data) {
  if (data.nullValue === null || !Number.isFinite(fit.statistic)) return [];
  const df = fit.df === Infinity ? "" : `, df = ${fit.df}`;
  return [`Test for overall effect: ${df ? "t" : "z"} = ${fixed(fit.statistic, 2)}${df}, ${pEquals(fit.p)}`];
}

/** Totals of raw columns over studies, empty where a sum means nothing. */
function totals(data, rows) {
  return data.rawDecimals.map((decimals, c) => {
    if (decimals < 0) return "";
    const sum = total(rows.map((i) => data.raw[i][c]));
    return decimals === 0 ? fixed(sum, sum === Math.round(sum) ? 0 : 1) : fixed(sum, decimals);
  });
}

class RowMaker {
  /** Each part is a model with its results and its column of weights; the main one stands first. */
  constructor(data, state, parts) {
    Object.assign(this, { data, state, parts, rows: [] });
  }

  cells(label, raw, weights, effect) {
    const cells = [label, ...raw];
    this.parts.forEach((part, p) => part.column >= 0 && (cells[part.column] = weights[p] || ""));
    cells[this.data.effectColumn] = effect;
    return cells;
  }

  study(i, selected) {
    const row = this.data.study[i];
    if (!selected.has(i)) return { ...row, out: true, cells: this.cells(row.cells[0], row.cells.slice(1, 1 + this.data.rawDecimals.length), [], row.cells[this.data.effectColumn]) };
    const weights = this.parts.map((part) => {
      const weight = part.overall && part.overall.weights[i];
      return weight === undefined || weight === null ? ABSENT : percent(weight);
    });
    const main = this.parts[0].overall, mark = row.mark && [...row.mark];
    if (mark) mark[4] = main ? main.weights[i] || 0 : null;
    return { ...row, mark, cells: this.cells(row.cells[0], row.cells.slice(1, 1 + this.data.rawDecimals.length), weights, row.cells[this.data.effectColumn]) };
  }

  pooled(kind, p, fit, rows) {
    const { data, parts } = this;
    if (!fit) return this.text("STATISTIC", (kind === "TOTAL" ? "Total" : "Subtotal") + ": not estimable");
    const weights = [];
    if (parts[p].overall) weights[p] = percent(total(rows.map((i) => parts[p].overall.weights[i] || 0)));
    const { estimate, lower, upper } = fit.shown, name = modelName(parts[p].model);
    const cells = this.cells(name, totals(data, rows), weights, pieces(fit.shown, data.decimals));
    this.rows.push({ kind, cells, mark: ["DIAMOND", estimate, lower, upper, null], hover: `${name}: ${data.abbreviation} ${cells[data.effectColumn].join(" ")}` });
  }

  text(kind, text, more) {
    this.rows.push({ kind, cells: [text], hover: text, ...more });
  }

  group(group, g, selected) {
    const members = group.rows.filter((i) => selected.has(i)), hidden = this.state.hidden.has(g);
    this.text("HEADING", `${this.data.by} = ${group.name}${hidden ? " (left out)" : ""}`, { group: g });
    if (hidden) return;
    group.rows.forEach((i) => this.rows.push(this.study(i, selected)));
    if (!members.length) this.text("STATISTIC", "Subtotal: no study left");
    else {
      for (let p = this.parts.length - 1; p >= 0; p--) this.pooled("SUBTOTAL", p, this.parts[p].groups[g], members);
      const main = this.parts[0].groups[g];
      if (main) this.text("STATISTIC", heterogeneity(main, this.parts[0].model));
    }
    this.rows.push({ kind: "SPACER", cells: [] });
  }

  overall(rows) {
    for (let p = this.parts.length - 1; p >= 0; p--) this.pooled("TOTAL", p, this.parts[p].overall, rows);
    const { model, overall } = this.parts[0], { data } = this;
    if (!overall) return;
    if (overall.prediction && data.showPrediction) {
      const x = overall.shown.prediction, cells = this.cells(`Prediction interval (${data.predictionLabels[model.prediction]})`, [], [], pieces(x, data.decimals));
      this.rows.push({ kind: "PREDICTION", cells, mark: ["BAR", null, x.lower, x.upper, null], hover: `${cells[0]}: ${interval(x, data.decimals)}` });
    }
    if (model.lostPrediction) this.text("STATISTIC", `Prediction interval (${model.lostPrediction}): not recomputed in the page`);
    this.text("STATISTIC", heterogeneity(overall, model));
    overallTest(overall, data).forEach((line) => this.text("STATISTIC", line));
    const both = this.parts.length > 1;
    [...this.parts].reverse().forEach((part) => {
      const name = both ? (part.model.kind === "RE" ? " (random effects)" : " (common effect)") : "";
      if (part.between) this.text("STATISTIC", `Test for subgroup differences${name}: ${chiSquared(part.between)}`);
    });
  }
}

/** Rows for a selection under the state's model. */
function recomputedRows(data, state, chosen, parts) {
  const maker = new RowMaker(data, state, parts), selected = new Set(chosen.pooled);
  if (data.groups) chosen.groups.forEach((group, g) => maker.group(group, g, selected));
  else {
    chosen.groups[0].rows.forEach((i) => maker.rows.push(maker.study(i, selected)));
    maker.rows.push({ kind: "SPACER", cells: [] });
  }
  maker.overall(chosen.pooled);
  return maker.rows;
}

/** Java's rows, with the studies of each run in the order asked for. */
function reportedRows(data, state) {
  const rows = [...data.rows];
  for (let from = 0; from < rows.length; from++) {
    if (rows[from].kind !== "STUDY") continue;
    let to = from;
    while (to < rows.length && rows[to].kind === "STUDY") to++;
    const run = ordered(data, rows.slice(from, to).map((row) => row.study), state.order);
    run.forEach((i, at) => (rows[from + at] = data.study[i]));
    from = to;
  }
  return rows;
}
