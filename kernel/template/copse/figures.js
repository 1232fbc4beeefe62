// Draws every figure of this page: unpacks plotly.js, which the page carries once, and puts each plot in the place of its picture, dark on dark pages.
// The picture stays for print. DARK is what every colour of a picture is on a dark page (00-dark.js).
(async function () {
  "use strict";

  async function library() {
    const packed = atob(document.getElementById("copse-library").textContent);
    const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    const script = document.createElement("script");
    script.textContent = await new Response(stream).text();
    document.head.append(script);
    return window.Plotly;
  }

  // plotly.js writes some styles as attributes, which the page's policy refuses; set as properties they are the same and allowed.
  function stylesAsProperties() {
    const plain = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function (name, value) {
      if (name === "style" && this.style) this.style.cssText = value;
      else plain.call(this, name, value);
    };
  }

  const dark = matchMedia("screen and (prefers-color-scheme: dark)");

  /** The same figure in dark colours; texts stay what they are. */
  function darkened(value, key) {
    if (Array.isArray(value)) return value.map((item) => darkened(item, key));
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, darkened(item, name)]));
    return typeof value === "string" && /color$/i.test(key) ? DARK[value.toLowerCase()] || value : value;
  }

  function layout(spec) {
    if (!dark.matches) return spec.layout || {};
    const own = darkened(spec.layout || {}, "");
    const paper = DARK["#ffffff"], line = DARK["#c8c8c8"];
    const axis = { gridcolor: line, zerolinecolor: line, linecolor: DARK["#555555"] };
    const base = { paper_bgcolor: paper, plot_bgcolor: paper, font: { color: DARK["#111111"] } };
    const given = own.template?.layout || {};
    const axes = Object.fromEntries(["xaxis", "yaxis"].map((name) => [name, { ...axis, ...given[name] }]));
    return { ...own, template: { ...own.template, layout: { ...base, ...given, ...axes } } };
  }

  async function draw(plotly, figure) {
    const data = figure.querySelector("script.copse-figure-data");
    if (!data) return;
    const plot = document.createElement("div");
    plot.className = "copse-plotly";
    figure.append(plot);
    const config = { responsive: true, displaylogo: false };
    const show = () => {
      const spec = JSON.parse(data.textContent);
      return plotly.newPlot(plot, dark.matches ? darkened(spec.data, "") : spec.data, layout(spec), { ...config, ...spec.config });
    };
    try {
      await show();
      figure.classList.add("copse-drawn");
      dark.addEventListener("change", () => plot.isConnected && show());
    } catch (error) {
      plot.remove(); // the picture stays
      console.error(error);
    }
  }

  stylesAsProperties();
  const plotly = await library();
  for (const figure of document.querySelectorAll(".copse-figure")) await draw(plotly, figure);
  document.documentElement.dataset.copseFigures = "drawn";
})();
