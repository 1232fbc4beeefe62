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

  const plotly = await library();
  for (const figure of document.querySelectorAll(".copse-figure")) await draw(plotly, figure);
  document.documentElement.dataset.copseFigures = "drawn";
})();
