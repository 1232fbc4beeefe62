// Draws every figure of this page: unpacks plotly.js, which the page carries once, and puts each plot in the place of its picture.
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

  async function draw(plotly, figure) {
    const data = figure.querySelector("script.copse-figure-data");
    if (!data) return;
    const spec = JSON.parse(data.textContent);
    const plot = document.createElement("div");
    plot.className = "copse-plot";
    figure.append(plot);
    try {
      const config = { responsive: true, displaylogo: false, ...spec.config };
      await plotly.newPlot(plot, spec.data, spec.layout || {}, config);
      for (const child of [...figure.children]) {
        if (child !== plot && child !== data) child.remove();
      }
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
