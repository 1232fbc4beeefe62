// Distributions: tails by continued fractions and series, quantiles by safeguarded Newton steps.

const LANCZOS = [
  0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174,
  -0.49191381609762019978, 0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4,
  0.15808870322491248884e-3, -0.21026444172410488319e-3, 0.2174396181152126432e-3, -0.16431810653676389022e-3,
  0.84418223983852743293e-4, -0.2619083840158140867e-4, 0.36899182659531622704e-5,
];

function logGamma(x) {
  let sum = LANCZOS[0];
  for (let i = 1; i < 15; i++) sum += LANCZOS[i] / (x + i);
  const t = x + 607 / 128 + 0.5;
  return (x + 0.5) * Math.log(t) - t + Math.log((2.5066282746310005 * sum) / x);
}

/** Lentz's continued fraction with b(0) = 0 and first coefficient 1; step(n) gives [a, b] from n = 1. */
function fraction(step) {
  const tiny = 1e-300;
  let f = tiny, c = tiny, d = 0;
  for (let n = 1; n < 100000; n++) {
    const [a, b] = step(n);
    d = b + a * d || tiny;
    c = b + a / c || tiny;
    d = 1 / d;
    f *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return f;
}

/** Upper tail of the gamma distribution with shape a. */
function gammaTail(a, x) {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a, sum = term;
    for (let n = 1; term > 1e-17 * sum; n++) sum += term *= x / (a + n);
    return 1 - front * sum;
  }
  return front * fraction((n) => (n === 1 ? [1, x + 1 - a] : [-(n - 1) * (n - 1 - a), x + 2 * n - 1 - a]));
}

/** Regularised incomplete beta function at x, where x < (a + 1)/(a + b + 2). */
function betaPart(a, b, x, y) {
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(y));
  return (front / a) * fraction((n) => {
    if (n === 1) return [1, 1];
    const m = (n - 1) >> 1;
    return n % 2 === 0
      ? [-((a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)), 1]
      : [(m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)), 1];
  });
}

/** P(T > t) for t >= 0; normal for infinitely many degrees of freedom. */
function upperTail(t, df) {
  if (df === Infinity) return 0.5 * gammaTail(0.5, (t * t) / 2);
  const x = df / (df + t * t), y = (t * t) / (df + t * t);
  if (y === 0) return 0.5;
  return x < (df / 2 + 1) / (df / 2 + 2.5) ? 0.5 * betaPart(df / 2, 0.5, x, y) : 0.5 - 0.5 * betaPart(0.5, df / 2, y, x);
}

const twoSidedP = (statistic, df) => Math.min(1, 2 * upperTail(Math.abs(statistic), df));
const chiSquaredTail = (q, df) => gammaTail(df / 2, q / 2);

function density(t, df) {
  if (df === Infinity) return Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI);
  const log = logGamma((df + 1) / 2) - logGamma(df / 2) - ((df + 1) / 2) * Math.log1p((t * t) / df);
  return Math.exp(log) / Math.sqrt(df * Math.PI);
}

const quantiles = new Map();

/** t with P(|T| <= t) = level. */
function quantile(level, df) {
  const key = level + "/" + df;
  if (!quantiles.has(key)) {
    const p = (1 - level) / 2;
    let low = 0, high = 1;
    while (upperTail(high, df) > p) [low, high] = [high, 2 * high];
    let t = (low + high) / 2;
    for (let i = 0; i < 200; i++) {
      const excess = upperTail(t, df) - p;
      if (excess > 0) low = t;
      else high = t;
      let next = t + excess / density(t, df);
      if (!(next > low && next < high)) next = (low + high) / 2;
      const step = Math.abs(next - t);
      t = next;
      if (step < 1e-14 * t) break;
    }
    quantiles.set(key, t);
  }
  return quantiles.get(key);
}
