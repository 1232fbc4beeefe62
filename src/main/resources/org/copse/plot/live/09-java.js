// The Java call that gives the present selection, for the fit called `fit` in the notebook.

/** A Java string literal; what is not plain ASCII is written by its code. */
const literal = (text) =>
  '"' + text.replace(/["\\]/g, "\\$&").replace(/[^ -~]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0")) + '"';

/** Text for a comment: no backslash, because Java reads \u escapes there too, and no line end. */
const remark = (text) => text.replace(/[\\\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "?").trim();

const number = (x) => (Number.isInteger(x) ? x + ".0" : String(x));

function modelCall(data, model, effects) {
  const level = model.level === 0.95 ? "" : `.level(${model.level})`;
  if (model.kind === "IV") return `CommonEffect.withDefaults()${level}.fit(${effects})`;
  const cast = `(BinaryEffects) ${effects}`;
  if (model.kind === "MH") {
    const { correction, around, sato } = model.mh;
    const rules =
      (correction === "IF_SUM_IS_ZERO" ? "" : `.correction(MhCorrection.${correction})`) +
      (around ? "" : ".qCentre(QCentre.INVERSE_VARIANCE)") +
      (sato ? ".riskDifferenceVariance(RiskDifferenceVariance.SATO)" : "");
    return `MantelHaenszel.withDefaults()${rules}${level}.fit(${cast})`;
  }
  const start = model.mhCentre ? "preset(Preset.REVMAN5)" : "withDefaults()";
  const prediction = model.prediction ? `.prediction(PredictionMethod.${model.prediction})` : ".withoutPrediction()";
  return (
    `RandomEffects.${start}.tau2(Tau2Estimator.${model.tau2})\n        .interval(ConfidenceMethod.${model.interval})` +
    `${model.prediction === "V" && !model.mhCentre ? "" : prediction}.iSquared(ISquared.Source.${model.iSquared})${level}\n        .fit(${effects})`
  );
}

function javaCall(data, state, model, asReported) {
  const chosen = selection(data, state), kept = new Set(chosen.pooled), all = data.y.length;
  const rows = state.order === "given" ? chosen.pooled : chosen.groups.flatMap((group) => group.rows).filter((i) => kept.has(i));
  const whole = rows.length === all && rows.every((i, at) => i === at);
  const out = data.y.map((_, i) => i).filter((i) => !kept.has(i)).map((i) => remark(data.study[i].cells[0]));
  const names = out.length > 12 ? `${out.slice(0, 12).join("; ")}; and ${out.length - 12} more` : out.join("; ");
  const effects = whole ? "fit.effects()" : `fit.effects().subset(${rows.join(", ")})`;
  const refit = whole ? "fit" : `fit.refit(${rows.join(", ")})`;
  const fit = asReported ? refit : modelCall(data, model, effects);
  const groups = data.groups && data.java.groups, axis = state.axis || data.java.axis;
  const plot = [
    data.java.title && `.title(${literal(data.java.title)})`,
    data.java.favours && `.favours(${data.java.favours.map(literal).join(", ")})`,
    data.java.label && `.label(${literal(data.java.label)})`,
    axis && `.axis(${axis.map(number).join(", ")})`,
    data.decimals !== 2 && `.decimals(${data.decimals})`,
    !data.showPrediction && ".prediction(false)",
  ];
  const second = data.second ? [`var beside = ${data.second.asFit || modelCall(data, data.second, effects)};`] : [];
  const by = groups && `Subgroups.by(${literal(groups.by)})${groups.missing ? `.missingAs(${literal(groups.missing)})` : ""}`;
  const of = !groups ? "sensitivity" : by + ".of(sensitivity)";
  return [
    "// `fit` is the fit that the plot was made of" + (out.length ? `; left out: ${names}` : ""),
    `var sensitivity = ${fit};`,
    ...second,
    `ForestPlot.of(${of})${data.second ? ".alongside(beside)" : ""}${plot.filter(Boolean).join("")}`,
  ].join("\n");
}
