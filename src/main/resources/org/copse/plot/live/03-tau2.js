// Estimators of tau²: DerSimonian-Laird, Paule-Mandel and the global optimum of the restricted likelihood.

/** Q around the inverse-variance mean, and what a unit of tau² adds to its expectation. */
function moments(y, v) {
  const w = v.map((x) => 1 / x);
  let top = 0, others = 0, sum = 0, q = 0, slope = 0;
  for (let i = 1; i < w.length; i++) if (w[i] > w[top]) top = i;
  for (let i = 0; i < w.length; i++) if (i !== top) others += w[i];
  const total = others + w[top];
  for (let i = 0; i < w.length; i++) sum += w[i] * (y[i] - y[top]);
  const mean = sum / total;
  for (let i = 0; i < w.length; i++) {
    const r = y[i] - y[top] - mean;
    q += w[i] * r * r;
    slope += w[i] * (i === top ? others : total - w[i]);
  }
  return { q, slope: slope / total };
}

const derSimonianLaird = (y, v) => {
  const m = moments(y, v);
  return Math.max(0, (m.q - (y.length - 1)) / m.slope);
};

/** Sums over studies at a value of tau², effects measured from the most precise one, which stands first. */
class StudySums {
  constructor(y, v) {
    this.k = y.length;
    let first = 0;
    for (let i = 1; i < y.length; i++) if (v[i] < v[first] || (v[i] === v[first] && y[i] < y[first])) first = i;
    this.size = v[first];
    const order = [first, ...y.keys()].filter((i, at) => at === 0 || i !== first);
    this.d = Float64Array.from(order, (i) => (y[i] - y[first]) / Math.sqrt(this.size));
    this.v = Float64Array.from(order, (i) => v[i] / this.size);
  }

  qAt(t) {
    let sum = 0, total = 0;
    for (let i = 0; i < this.k; i++) {
      const w = 1 / (this.v[i] + t);
      total += w;
      sum += w * this.d[i];
    }
    const mean = sum / total;
    this.q = this.a = 0;
    for (let i = 0; i < this.k; i++) {
      const r = this.d[i] - mean, u = r / (this.v[i] + t);
      this.q += u * r;
      this.a += u * u;
    }
    this.sumW = total;
  }

  /** A = y'P²y and C = y'P³y with the traces of P and P², without cancellation. */
  at(t) {
    const { d, v, k } = this;
    const w0 = 1 / (v[0] + t);
    let o1 = 0, o2 = 0, o3 = 0, o4 = 0, sum = 0;
    for (let i = 1; i < k; i++) {
      const w = 1 / (v[i] + t), ww = w * w;
      o1 += w;
      o2 += ww;
      o3 += ww * w;
      o4 += ww * ww;
      sum += w * d[i];
    }
    const total = w0 + o1, mean = sum / total, u0 = -w0 * mean;
    let a = u0 * u0, c = 0, shift = 0;
    for (let i = 1; i < k; i++) {
      const w = 1 / (v[i] + t), u = w * (d[i] - mean), e = u - u0;
      a += u * u;
      c += w * e * e;
      shift += w * e;
    }
    const diagonal = w0 * w0 * o1 * o1 + (total * total * o2 - 2 * total * o3 + o4);
    const off = 2 * w0 * w0 * o2 + Math.max(0, o2 * o2 - o4);
    const b = (w0 * o1 + (total * o1 - o2)) / total;
    return { t, a, b, aSlope: 2 * (c - (shift * shift) / total), bSlope: (diagonal + off) / (total * total) };
  }

  /** Twice the restricted log-likelihood at t less that at from. */
  gain(t, from) {
    this.qAt(from);
    let value = this.q;
    const before = this.sumW;
    this.qAt(t);
    value -= this.q;
    for (let i = 0; i < this.k; i++) value -= Math.log1p((t - from) / (this.v[i] + from));
    return value - Math.log(this.sumW / before);
  }
}

function pauleMandel(y, v) {
  const sums = new StudySums(y, v), target = y.length - 1;
  let t = 0;
  sums.qAt(0);
  for (let i = 0; i < 500 && sums.q > target; i++) {
    const step = ((sums.q / target) * (sums.q - target)) / sums.a;
    if (!(t + step > t)) break;
    t += step;
    if (step <= 1e-12 * t) break;
    sums.qAt(t);
  }
  return t * sums.size;
}

const middle = (l, r) => l + (r - l) / (1 + Math.sqrt((r + 1) / (l + 1)));

/** The root of A = B between two points, by Newton's steps on B/A - 1 kept inside the bracket. */
function polished(sums, left, right) {
  let low = left.t, high = right.t;
  const atLeft = left.b / left.a - 1, atRight = right.b / right.a - 1;
  let t = low + (high - low) * (atLeft / (atLeft - atRight));
  for (let i = 0; i < 100; i++) {
    if (!(t > low && t < high)) t = middle(low, high);
    const s = sums.at(t);
    if (s.a > s.b === left.a > left.b) low = t;
    else high = t;
    const step = ((s.b - s.a) * s.a) / (s.b * s.aSlope - s.bSlope * s.a);
    t -= step;
    if (Math.abs(step) <= 1e-9 * t || high - low <= 4e-16 * (high + 1)) return clamp(t, low, high);
  }
  return (low + high) / 2;
}

/** Whether an interval holds at most the one root that its ends show. */
function settled(left, right) {
  if (left.a < right.b || right.a > left.b) return true;
  const falling = right.aSlope * left.b > left.bSlope * right.a;
  const rising = right.bSlope * left.a > left.aSlope * right.b;
  return falling || rising || right.t - left.t <= 1e-7 * (left.t + 1);
}

function reml(y, v) {
  const sums = new StudySums(y, v);
  const mean = sums.d.reduce((a, b) => a + b, 0) / sums.k;
  const s = sums.d.reduce((a, b) => a + (b - mean) ** 2, 0), half = s / (sums.k - 1) / 2;
  const bound = Math.min(s, half + Math.sqrt(half * (half + 2 * Math.max(...sums.v)))) * (1 + 1e-9);
  let left = sums.at(0);
  const rises = left.a > left.b, roots = [], stack = bound > 0 ? [sums.at(bound)] : [];
  while (stack.length) {
    const right = stack[stack.length - 1];
    if (!settled(left, right)) {
      stack.push(sums.at(middle(left.t, right.t)));
      continue;
    }
    const crosses = !(left.a < right.b || right.a > left.b) && left.a > left.b !== right.a > right.b;
    if (crosses) roots.push(polished(sums, left, right));
    left = stack.pop();
  }
  let best = rises && roots.length ? roots[0] : 0;
  for (let i = rises ? 2 : 1; i < roots.length; i += 2) if (sums.gain(roots[i], best) > 0) best = roots[i];
  return best * sums.size;
}

const ESTIMATORS = { REML: reml, DL: derSimonianLaird, PM: pauleMandel };
