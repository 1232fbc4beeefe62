package org.copse.plot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.effect.ProportionEffects;
import org.copse.effect.SingleRateEffects;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsFit;
import org.copse.model.SubgroupAnalysis;
import org.copse.report.Numbers;

/** What the page's script must know of a forest plot, as JSON that no label can break out of. */
final class LiveData {

  private static final int FORMAT = 1;
  private static final int LONGEST_FACT = 60;

  private final ForestModel model;
  private final ForestOptions options;
  private final Fit fit;
  private final Effects effects;
  private final LiveSource source;
  private final ObjectNode data = JsonNodeFactory.instance.objectNode();

  private LiveData(ForestModel model, ForestOptions options, LiveSource source) {
    this.model = model;
    this.options = options;
    this.source = source;
    this.fit = source.fit();
    this.effects = fit.effects();
  }

  static String of(ForestModel model, ForestOptions options, LiveSource source) {
    LiveData live = new LiveData(model, options, source);
    live.data.put("format", FORMAT);
    live.studies();
    live.groups();
    live.models();
    live.drawing();
    live.java();
    return safe(live.data.toString());
  }

  /** JSON for a script element: nothing ends the element, and no line separator stays. */
  private static String safe(String json) {
    // As the picture shows them: what turns directions or terminals is a replacement character.
    return json.replaceAll("[\\x7f-\\x9f\\u202a-\\u202e\\u2066-\\u2069]", "\ufffd")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private void studies() {
    ForestColumns columns = new ForestColumns(effects);
    ArrayNode y = data.putArray("y");
    ArrayNode v = data.putArray("v");
    ArrayNode raw = data.putArray("raw");
    ArrayNode facts = data.putArray("facts");
    for (int i = 0; i < effects.size(); i++) {
      LiveRows.number(y, effects.estimate(i));
      LiveRows.number(v, effects.variance(i));
      ArrayNode values = raw.addArray();
      for (double value : columns.values(i)) {
        LiveRows.number(values, value);
      }
      facts(i, columns).forEach(facts.addArray()::add);
    }
    ArrayNode decimals = data.putArray("rawDecimals");
    columns.decimalsOfSums().forEach(decimals::add);
    years();
    sizes();
    data.put("scale", effects.measure().scale().name());
    data.put("log", effects.measure().isRatio());
    data.put("abbreviation", effects.measure().abbreviation());
    data.put("decimals", options.decimals());
    if (effects.measure().hasNullValue()) {
      data.put("nullValue", effects.measure().nullValue());
    } else {
      data.putNull("nullValue");
    }
  }

  private void years() {
    ArrayNode years = JsonNodeFactory.instance.arrayNode();
    boolean any = false;
    for (int i = 0; i < effects.size(); i++) {
      double year = effects.studies().year(i);
      any |= !Double.isNaN(year);
      LiveRows.number(years, year);
    }
    if (any) {
      data.set("years", years);
    }
  }

  /** Sizes of studies, where the way back from the analysis scale takes their harmonic mean. */
  private void sizes() {
    if (!effects.measure().scale().name().startsWith("FREEMAN_TUKEY")) {
      return;
    }
    ArrayNode sizes = data.putArray("sizes");
    for (int i = 0; i < effects.size(); i++) {
      if (effects instanceof ProportionEffects proportions) {
        sizes.add(proportions.proportion(i).total());
      } else if (effects instanceof SingleRateEffects rates) {
        sizes.add(rates.rate(i).time());
      }
    }
  }

  /** What is shown of a study on hovering: name, effect, data, its other columns, notes on it. */
  private List<String> facts(int i, ForestColumns columns) {
    String label = effects.studies().label(i);
    List<String> facts = new ArrayList<>();
    facts.add(label);
    TextCell effect =
        options.effect(
            effects.measure(),
            effects.isEstimable(i) ? effects.displayed(i) : Double.NaN,
            effects.displayedInterval(i, fit.level()));
    facts.add(effects.measure().abbreviation() + " " + effect.text());
    facts.add(columns.words(i));
    List<String> others = new ArrayList<>();
    double year = effects.studies().year(i);
    if (!Double.isNaN(year)) {
      others.add("year " + Numbers.count(year));
    }
    for (String name : effects.studies().moderatorNames()) {
      Moderator moderator = effects.studies().moderator(name);
      if (!moderator.isMissing(i) && !label.contains(moderator.text(i))) {
        others.add(name + " " + shortened(moderator.text(i)));
      }
    }
    if (!others.isEmpty()) {
      facts.add(String.join("; ", others));
    }
    fit.notes().stream().filter(note -> note.contains(label)).forEach(facts::add);
    return facts;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_FACT ? text : text.substring(0, LONGEST_FACT - 1).strip() + "…";
  }

  private void groups() {
    source
        .groups()
        .ifPresent(
            analysis -> {
              data.put("by", analysis.moderator());
              ArrayNode groups = data.putArray("groups");
              analysis.groups().forEach(g -> group(groups, g.name(), g.rows()));
              analysis.unpooled().forEach(g -> group(groups, g.name(), g.rows()));
            });
  }

  private static void group(ArrayNode groups, String name, List<Integer> rows) {
    ArrayNode members = groups.addObject().put("name", name).putArray("rows");
    rows.forEach(members::add);
  }

  private Optional<Fit> second() {
    return options.second().or(source::second);
  }

  private void models() {
    String why = why();
    boolean none = !why.isEmpty() && !LiveModels.of(fit).isEmpty();
    ObjectNode fresh = LiveModels.defaults(effects, fit.level());
    boolean otherWeights =
        fit instanceof RandomEffectsFit random && !random.hasInverseVarianceWeights();
    if (none || otherWeights) {
      // another number under the name of the reported model would mislead
      fresh.removeAll();
    }
    ObjectNode reported =
        why.isEmpty()
            ? LiveModels.of(fit).orElseThrow()
            : data.objectNode().put("kind", "REPORTED");
    if (!why.isEmpty()) {
      reported.put(
          "why", why + (fresh.isEmpty() ? "" : " Choose another model to leave studies out."));
    }
    TextCell text =
        options.effect(
            effects.measure(), fit.backTransformed().estimate(), fit.backTransformed().interval());
    data.set("reported", reported.put("text", text.text()));
    data.set("fresh", fresh);
    second().flatMap(LiveModels::of).ifPresent(m -> data.set("second", m));
    data.put("showPrediction", options.prediction());
    ObjectNode labels = data.putObject("predictionLabels");
    labels.put(PredictionMethod.V.name(), PredictionMethod.V.label());
    if (fit instanceof RandomEffectsFit random) {
      random.predictionMethod().ifPresent(p -> labels.put(p.name(), p.label()));
    }
  }

  /** Why the page cannot recompute the reported model; empty where it can. */
  private String why() {
    if (!LiveModels.areIndependent(effects)) {
      return "Leaving a study out is not recomputed in the page: what the studies show depends on all of them together.";
    }
    if (source.groups().flatMap(SubgroupAnalysis::commonTau2).isPresent()) {
      return "A common τ² of the subgroups is not recomputed in the page.";
    }
    if (second().isPresent() && second().flatMap(LiveModels::of).isEmpty()) {
      return "The second model (%s) is not recomputed in the page."
          .formatted(FitLines.name(second().get()));
    }
    return LiveModels.of(fit).isPresent()
        ? ""
        : "The reported model (%s) is not recomputed in the page."
            .formatted(String.join(" ", FitLines.name(fit) + ".", String.join(" ", fit.methods())));
  }

  private void drawing() {
    ForestLayout layout = new ForestLayout(model);
    data.set("rows", LiveRows.rows(layout));
    data.set("layout", LiveRows.layout(layout));
    data.set("axis", LiveRows.axis(model.axis()));
    data.set("lines", LiveRows.lines(model.lines()));
    data.set("favours", LiveRows.favours(layout));
    int last = model.columns().size() - 1;
    data.put("effectColumn", last);
    ArrayNode weights = data.putArray("weightColumns");
    int raw = data.get("rawDecimals").size();
    int column = raw + 1;
    weights.add(fit.hasWeights() ? column++ : -1);
    second().ifPresent(f -> weights.add(f.hasWeights() ? raw + (fit.hasWeights() ? 2 : 1) : -1));
  }

  /** What the Java call of the present selection needs besides the model. */
  private void java() {
    ObjectNode java = data.putObject("java");
    java.put("title", options.title());
    if (!options.favoursLeft().isEmpty() || !options.favoursRight().isEmpty()) {
      java.putArray("favours").add(options.favoursLeft()).add(options.favoursRight());
    }
    options.label().ifPresent(label -> java.put("label", label));
    options.limits().ifPresent(ends -> java.putArray("axis").add(ends[0]).add(ends[1]));
    source.groups().ifPresent(analysis -> groupsCall(java.putObject("groups"), analysis));
  }

  private void groupsCall(ObjectNode groups, SubgroupAnalysis analysis) {
    groups.put("by", analysis.moderator());
    Moderator moderator = effects.studies().moderator(analysis.moderator());
    Map<String, List<Integer>> rows = new TreeMap<>();
    analysis.groups().forEach(g -> rows.put(g.name(), g.rows()));
    analysis.unpooled().forEach(g -> rows.put(g.name(), g.rows()));
    rows.forEach(
        (name, members) -> {
          if (members.stream().anyMatch(moderator::isMissing)) {
            groups.put("missing", name);
          }
        });
  }
}
