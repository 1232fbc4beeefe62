// Numbers as Copse prints them: correct rounding, a true minus, a dash for what does not exist.

const MINUS = "\u2212", ABSENT = "\u2013";

/** Digits of a size, ties to even as in Java; toFixed rounds exact ties up. */
function digits(size, decimals) {
  const text = size.toFixed(decimals), long = size.toFixed(Math.min(100, decimals + 30));
  const tie = /^50*$/.test(long.slice(long.indexOf(".") + 1 + decimals));
  if (!tie || "02468".includes(text[text.length - 1])) return text;
  return long.slice(0, long.indexOf(".") + (decimals ? 1 + decimals : 0));
}

function scientific(size) {
  const exponent = Math.floor(Math.log10(size));
  return digits(size / 10 ** exponent, 2) + "e" + exponent;
}

function fixed(value, decimals) {
  if (value === null || Number.isNaN(value)) return ABSENT;
  const sign = value < 0 ? MINUS : "", size = Math.abs(value);
  if (size === Infinity) return sign + "\u221e";
  if (size >= 1e7) return sign + scientific(size);
  const text = digits(size, decimals);
  return (Number(text) === 0 ? "" : sign) + text;
}

function significant(value, count) {
  if (value === 0 || !Number.isFinite(value) || Math.abs(value) >= 1e7) return fixed(value, value === 0 ? 0 : count);
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  if (exponent < -6) return (value < 0 ? MINUS : "") + scientific(Math.abs(value)).replace("-", MINUS);
  return fixed(value, Math.max(0, count - 1 - exponent));
}

const percent = (value) => fixed(value, 1) + "%";
const pEquals = (p) => (p < 0.0001 ? "p < 0.0001" : "p = " + fixed(p, 4));
const interval = (x, decimals) => `[${fixed(x.lower, decimals)}; ${fixed(x.upper, decimals)}]`;
const pieces = (x, decimals) => [
  x.estimate === undefined ? "" : fixed(x.estimate, decimals),
  `[${fixed(x.lower, decimals)};`,
  `${fixed(x.upper, decimals)}]`,
];
