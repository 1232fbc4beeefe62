// A plot that stays a picture becomes part of the page: its text can be selected, its marks say their numbers on hovering, and it is dark on dark pages.
// Print and saved files keep the picture on white.

const STYLE = `
.copse-inline>img{display:none!important}
.copse-inline>svg{display:block;max-width:100%;height:auto}
.copse-inline.copse-dark{background:#14171c!important}
@media print{.copse-inline.copse-dark{background:none!important}.copse-inline>svg{display:none!important}.copse-inline>img{display:inline!important}}
${Object.entries(DARK).map(([from, to]) => `.copse-inline.copse-dark>svg [fill="${from}"]{fill:${to}}.copse-inline.copse-dark>svg [stroke="${from}"]{stroke:${to}}`).join("")}
.copse-inline.copse-dark>svg{fill:${DARK["#111111"]}}
`;

/** Whether the page around has light text: true of every front end's dark theme. */
function onDark(element) {
  const [r, g, b] = (getComputedStyle(element.parentElement || document.body).color.match(/[\d.]+/g) || [0, 0, 0]).map(Number);
  return 0.3 * r + 0.6 * g + 0.1 * b > 140;
}

/** As a sheet of the document's, which a page's policy lets in where it would refuse an element. */
function dress() {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement("style"); // browsers before 2023
    style.textContent = STYLE;
    document.head.append(style);
  }
}

function paint() {
  document.querySelectorAll(".copse-inline").forEach((root) => root.classList.toggle("copse-dark", onDark(root)));
}

function start() {
  document.querySelectorAll(".copse-plot:not(.copse-forest):not(.copse-inline)>img[src^='data:image/svg+xml;base64,']").forEach((img) => {
    const bytes = Uint8Array.from(atob(img.src.split(",")[1]), (c) => c.charCodeAt(0));
    const svg = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "image/svg+xml").documentElement;
    if (svg.nodeName !== "svg") return;
    img.after(document.importNode(svg, true));
    img.parentElement.classList.add("copse-inline");
  });
  paint();
}

const all = (window.copsePictures ??= {});
if (!all.start1) {
  all.start1 = start;
  dress();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  new MutationObserver(paint).observe(document.body, { attributes: true, attributeFilter: ["class", "data-jp-theme-light", "data-vscode-theme-kind"] });
}
all.start1();
