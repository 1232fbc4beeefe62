// Mantel-Haenszel sums of two-by-two tables [events, total, events, total].

const hasZero = ([a, n1, c, n2]) => a === 0 || c === 0 || a === n1 || c === n2;
const uninformative = ([a, n1, c, n2]) => a + c === 0 || a + c === n1 + n2;

function corrected(tables, rule) {
  const all = rule === "ALL_STUDIES" || (rule === "ALL_IF_ANY_ZERO" && tables.some(hasZero));
  return tables.map((t) => {
    if (!all && !hasZero(t)) return t;
    const [a, n1, c, n2] = t, arm = rule === "TREATMENT_ARM";
    const first = arm ? n1 / (n1 + n2) : 0.5, second = arm ? n2 / (n1 + n2) : 0.5;
    return [a + first, n1 + 2 * first, c + second, n2 + 2 * second];
  });
}

/** Weight, parts of the estimate and parts of its variance that one table adds. */
const MH_TERMS = {
  ODDS_RATIO([a, n1, c, n2]) {
    const n = n1 + n2, b = n1 - a, d = n2 - c, r = (a * d) / n, s = (b * c) / n, p = (a + d) / n, q = (b + c) / n;
    return [s, r, s, p * r, p * s + q * r, q * s];
  },
  RISK_RATIO([a, n1, c, n2]) {
    const n = n1 + n2;
    return [(c * n1) / n, (a * n2) / n, (c * n1) / n, (n1 * n2 * (a + c) - a * c * n) / (n * n), 0, 0];
  },
  RISK_DIFFERENCE([a, n1, c, n2], sato) {
    const n = n1 + n2, w = (n1 * n2) / n, b = n1 - a, d = n2 - c;
    return sato
      ? [w, (a * n2 - c * n1) / n, w, (n1 * n1 * c - n2 * n2 * a + (n1 * n2 * (n2 - n1)) / 2) / (n * n), (a * d + c * b) / (2 * n), 0]
      : [w, (a * n2 - c * n1) / n, w, (((a * b * n2) / n1) * (n2 / n) + ((c * d * n1) / n2) * (n1 / n)) / n, 0, 0];
  },
};

function mhSums(tables, mh) {
  const sums = [0, 0, 0, 0, 0, 0], weights = [];
  for (const table of tables) {
    const terms = MH_TERMS[mh.measure](table, mh.sato);
    weights.push(terms[0]);
    terms.forEach((x, i) => (sums[i] += x));
  }
  return { weights, r: sums[1], s: sums[2], p1: sums[3], p2: sums[4], p3: sums[5] };
}

/** Estimate, variance and weights, or null where a sum is zero and may not be corrected. */
function mantelHaenszel(tables, mh) {
  const difference = mh.measure === "RISK_DIFFERENCE", rule = mh.correction;
  let sums = mhSums(tables, mh);
  const zero = !difference && (sums.r === 0 || sums.s === 0);
  const always = rule !== "NONE" && rule !== "IF_SUM_IS_ZERO" && !difference;
  if (zero && rule === "NONE") return null;
  if (zero || always) sums = mhSums(corrected(tables, rule), mh);
  const { weights, r, s, p1, p2, p3 } = sums;
  if (difference) {
    return { weights, estimate: r / s, variance: mh.sato ? ((r / s) * p1 + p2) / (s * s) : p1 / (s * s) };
  }
  const odds = p1 / (2 * r * r) + p2 / (2 * r * s) + p3 / (2 * s * s);
  return { weights, estimate: Math.log(r / s), variance: mh.measure === "ODDS_RATIO" ? odds : p1 / (r * s) };
}
