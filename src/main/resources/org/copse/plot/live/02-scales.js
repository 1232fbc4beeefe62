// From the analysis scale back to what readers see.

const clamp = (x, low, high) => Math.max(low, Math.min(high, x));

function freemanTukey(value, n) {
  const ends = (x) => 0.5 * (Math.asin(Math.sqrt(x / (n + 1))) + Math.asin(Math.sqrt((x + 1) / (n + 1))));
  if (value <= ends(0)) return 0;
  if (value >= ends(n)) return 1;
  const sine = Math.sin(2 * value);
  const inner = sine + (sine - 1 / sine) / n;
  return 0.5 * (1 - Math.sign(Math.cos(2 * value)) * Math.sqrt(Math.max(0, 1 - inner * inner)));
}

function freemanTukeyRate(value, time) {
  const s = 2 * value * Math.sqrt(time);
  return s <= 1 ? 0 : ((s - 1 / s) / 2) ** 2 / time;
}

const SCALES = {
  IDENTITY: (x) => x,
  LOG: Math.exp,
  LOGIT: (x) => 1 / (1 + Math.exp(-x)),
  FREEMAN_TUKEY: freemanTukey,
  FREEMAN_TUKEY_RATE: freemanTukeyRate,
  SQUARE_ROOT: (x) => (x < 0 ? 0 : x * x),
  ARCSINE: (x) => Math.sin(clamp(x, 0, Math.PI / 2)) ** 2,
  PROBIT: (x) => (x < 0 ? upperTail(-x, Infinity) : 1 - upperTail(x, Infinity)),
  FISHER_Z: Math.tanh,
  FISHER_Z_SQUARED: (x) => Math.tanh(Math.max(0, x)) ** 2,
  HAKSTIAN_WHALEN: (x) => 1 - (1 - x) ** 3,
  BONETT: (x) => -Math.expm1(-x),
  EXCESS_OVER_HALF: (x) => x + 0.5,
};

/** The transformation for a selection of studies: some scales need their mean size. */
function backTransform(data, rows) {
  const scale = SCALES[data.scale];
  if (!data.sizes) return scale;
  const n = rows.length / rows.reduce((sum, i) => sum + 1 / data.sizes[i], 0);
  return (x) => scale(x, n);
}
