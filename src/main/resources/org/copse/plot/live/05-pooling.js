// Pooling: common effect by inverse variance or Mantel-Haenszel, random effects with every interval the page offers.

const total = (values) => values.reduce((a, b) => a + b, 0);

function weightedMean(y, w) {
  let sumW = 0, sum = 0, correction = 0;
  for (let i = 0; i < y.length; i++) {
    sumW += w[i];
    sum += w[i] * y[i];
  }
  const first = sum / sumW;
  for (let i = 0; i < y.length; i++) correction += w[i] * (y[i] - first);
  return first + correction / sumW;
}

/** Q around a centre, its degrees of freedom, p and I² in percent. */
function qTest(y, v, centre) {
  const df = y.length - 1;
  if (df <= 0) return { q: 0, df: 0, p: 1, iSquared: 0 };
  const w = v.map((x) => 1 / x);
  const at = centre === undefined ? weightedMean(y, w) : centre;
  const q = total(y.map((x, i) => w[i] * (x - at) * (x - at)));
  return { q, df, p: chiSquaredTail(q, df), iSquared: q <= df ? 0 : (100 * (q - df)) / q };
}

/** Error, interval and test of an estimate. */
function infer(estimate, se, df, level, note = "") {
  const margin = se === 0 ? 0 : quantile(level, df) * se;
  return { se, df, lower: estimate - margin, upper: estimate + margin, statistic: estimate / se, p: twoSidedP(estimate / se, df), note };
}

/** Copse's rules for the interval of a random-effects mean; one study has Wald's. */
const INTERVALS = {
  WALD: (m, level) => infer(m.estimate, m.wald, Infinity, level),
  T: (m, level) => infer(m.estimate, m.wald, m.k - 1, level),
  HARTUNG_KNAPP: (m, level) => infer(m.estimate, m.hk, m.k - 1, level, m.tau2 > 0 ? "" : "Hartung-Knapp without modification at τ² = 0"),
  HARTUNG_KNAPP_OR_WALD: (m, level) =>
    m.tau2 > 0 ? INTERVALS.HARTUNG_KNAPP(m, level) : { ...INTERVALS.WALD(m, level), note: "Wald interval in place of Hartung-Knapp, because τ² = 0" },
  HARTUNG_KNAPP_SE: (m, level) =>
    infer(m.estimate, Math.max(m.wald, m.hk), m.k - 1, level, m.hk >= m.wald ? "" : "standard error raised to Wald's"),
  HARTUNG_KNAPP_CI(m, level) {
    const plain = INTERVALS.HARTUNG_KNAPP(m, level), wald = INTERVALS.WALD(m, level);
    const wider = plain.upper - plain.lower >= wald.upper - wald.lower;
    return wider ? plain : { ...wald, note: "Wald interval, because it is wider than Hartung-Knapp's" };
  },
  HARTUNG_KNAPP_IQWIG6(m, level) {
    const plain = INTERVALS.HARTUNG_KNAPP(m, level), moment = derSimonianLaird(m.y, m.v);
    const width = 2 * quantile(level, Infinity) * Math.sqrt(1 / total(m.v.map((x) => 1 / (x + moment))));
    return plain.upper - plain.lower >= width ? plain : INTERVALS.HARTUNG_KNAPP_SE(m, level);
  },
};

const INTERVAL_NAMES = {
  WALD: "Wald (normal)",
  T: "Wald-type (t)",
  HARTUNG_KNAPP: "Hartung-Knapp",
  HARTUNG_KNAPP_OR_WALD: "Hartung-Knapp (Wald if τ² = 0)",
  HARTUNG_KNAPP_SE: "Hartung-Knapp (SE not below Wald)",
  HARTUNG_KNAPP_CI: "wider of Hartung-Knapp and Wald",
  HARTUNG_KNAPP_IQWIG6: "Hartung-Knapp (IQWiG's rule)",
};

/** Degrees of freedom lost, whether with Hartung and Knapp's error, and the fewest studies. */
const PREDICTIONS = { V: [0, false, 2], HTS: [1, false, 3], HK: [0, true, 2], HK_PR: [1, true, 3], S: [-Infinity, false, 2] };

function predict(m, method, level) {
  const rule = PREDICTIONS[method];
  if (!rule || m.k < rule[2]) return null;
  const spread = Math.sqrt(m.tau2 + (rule[1] ? m.hk : m.wald) ** 2);
  const margin = spread === 0 ? 0 : quantile(level, m.k - 1 - rule[0]) * spread;
  return { lower: m.estimate - margin, upper: m.estimate + margin };
}

/** Q of a random-effects model, around the Mantel-Haenszel estimate where the preset has it so. */
function randomQ(data, rows, y, v, model) {
  if (!model.mhCentre) return qTest(y, v);
  const tables = rows.map((i) => data.raw[i]).filter((t) => model.mh.measure === "RISK_DIFFERENCE" || !uninformative(t));
  const mh = mantelHaenszel(tables, model.mh);
  return mh && qTest(y, v, mh.estimate);
}

function poolRandom(data, rows, model) {
  const y = rows.map((i) => data.y[i]), v = rows.map((i) => data.v[i]), k = rows.length;
  const q = randomQ(data, rows, y, v, model);
  if (!q) return null;
  let tau2 = 0;
  if (k > 1) {
    tau2 = model.mhCentre && model.tau2 === "DL" ? Math.max(0, (q.q - q.df) / moments(y, v).slope) : ESTIMATORS[model.tau2](y, v);
  }
  const w = v.map((x) => 1 / (x + tau2)), estimate = weightedMean(y, w), wald = Math.sqrt(1 / total(w));
  const m = { y, v, k, tau2, estimate, wald };
  m.hk = k > 1 ? wald * Math.sqrt(total(y.map((x, i) => w[i] * (x - estimate) ** 2)) / (k - 1)) : wald;
  const typical = k > 1 ? (k - 1) / moments(y, v).slope : 1;
  return {
    ...INTERVALS[k < 2 ? "WALD" : model.interval](m, model.level),
    k, estimate, tau2, q, rows, w,
    iSquared: model.iSquared === "TAU2" ? (100 * tau2) / (tau2 + typical) : q.iSquared,
    prediction: model.prediction ? predict(m, model.prediction, model.level) : null,
  };
}

function poolCommon(data, rows, model) {
  const y = rows.map((i) => data.y[i]), v = rows.map((i) => data.v[i]), w = v.map((x) => 1 / x);
  const estimate = weightedMean(y, w), q = qTest(y, v);
  return { ...infer(estimate, Math.sqrt(1 / total(w)), Infinity, model.level), k: rows.length, estimate, q, rows, w, iSquared: q.iSquared };
}

function poolTables(data, rows, model) {
  const own = rows.filter((i) => data.y[i] !== null);
  const used = rows.filter((i) => model.mh.measure === "RISK_DIFFERENCE" || !uninformative(data.raw[i]));
  const mh = used.length && mantelHaenszel(used.map((i) => data.raw[i]), model.mh);
  if (!mh) return null;
  const q = qTest(own.map((i) => data.y[i]), own.map((i) => data.v[i]), model.mh.around ? mh.estimate : undefined);
  const inference = infer(mh.estimate, Math.sqrt(mh.variance), Infinity, model.level);
  return { ...inference, k: used.length, estimate: mh.estimate, q, rows: used, w: mh.weights, iSquared: q.iSquared };
}

/** Pools some studies by a model; null where they cannot be pooled. Weights are in percent, by study. */
function pool(data, rows, model) {
  const own = rows.filter((i) => data.y[i] !== null);
  if (model.kind !== "MH" && own.length === 0) return null;
  const fit = model.kind === "RE" ? poolRandom(data, own, model) : model.kind === "MH" ? poolTables(data, rows, model) : poolCommon(data, own, model);
  if (!fit) return null;
  const sum = total(fit.w), back = backTransform(data, rows);
  fit.weights = {};
  fit.rows.forEach((i, at) => (fit.weights[i] = (100 * fit.w[at]) / sum));
  fit.shown = { estimate: back(fit.estimate), lower: back(fit.lower), upper: back(fit.upper) };
  if (fit.prediction) fit.shown.prediction = { lower: back(fit.prediction.lower), upper: back(fit.prediction.upper) };
  return fit;
}

/** The selection as a whole, its subgroups and the test between them. */
function analyse(data, rows, model) {
  const overall = pool(data, rows, model);
  const groups = (data.groups || []).map((group) => pool(data, rows.filter((i) => group.rows.includes(i)), model));
  const pooled = groups.filter(Boolean);
  const tested = pooled.length > 1 && pooled.every((g) => g.se > 0);
  return { overall, groups, between: tested ? qTest(pooled.map((g) => g.estimate), pooled.map((g) => g.se * g.se)) : null };
}
