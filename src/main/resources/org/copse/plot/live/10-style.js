// Looks of the controls, and of the picture on dark pages; print shows the picture that Java made.

const STYLE = `
.copse-live{position:relative;font:13px/1.45 ${FONTS};color:#222;--ink:#222;--quiet:#5b6270;--line:#c9ced8;--shade:#eef2f7;--paper:#fff;--accent:#1f5fa8;background:var(--paper)!important}
.copse-live.copse-dark{color:#e6e8ec;--ink:#e6e8ec;--quiet:#a9b1bd;--line:#4a5260;--shade:#232b36;--paper:#14171c;--accent:#8ab8ee}
.copse-live>img{display:none!important}
.copse-live svg{display:block;max-width:100%;height:auto;background:none}
.copse-bar{display:flex;flex-wrap:wrap;align-items:center;gap:4px 11px;padding:5px 14px 4px;color:var(--quiet);font-size:12px}
.copse-bar label,.copse-more label{display:inline-flex;align-items:center;gap:5px;margin:0;font-weight:normal}
.copse-live select,.copse-live button,.copse-live input{font:inherit;color:var(--ink);background:var(--paper);border:1px solid transparent;border-radius:4px;padding:2px 4px;margin:0;height:auto;width:auto;box-shadow:none}
.copse-live select,.copse-live input,.copse-live button{border-color:var(--line)}
.copse-live button{cursor:pointer;padding:2px 9px}
.copse-live button:hover,.copse-live select:hover{border-color:var(--accent)}
.copse-live input[type=range]{padding:0;width:5.5em;accent-color:var(--accent)}
.copse-live input[type=text]{width:4.5em}
.copse-live :focus-visible{outline:2px solid var(--accent);outline-offset:1px}
.copse-bar select{max-width:16.5em}
.copse-more{margin-left:auto;position:relative}
.copse-more summary{cursor:pointer;list-style:none;padding:2px 8px;border:1px solid var(--line);border-radius:4px;color:var(--ink)}
.copse-more[open] .copse-panel{position:absolute;right:0;z-index:3;display:grid;gap:8px;justify-items:start;width:max-content;max-width:36em;margin-top:4px;padding:10px 12px;background:var(--paper);border:1px solid var(--line);border-radius:6px;box-shadow:0 4px 14px #0003}
.copse-panel div{display:flex;flex-wrap:wrap;gap:6px;align-items:center}
.copse-panel pre{margin:0;padding:6px 8px;max-width:34em;max-height:12em;overflow:auto;font:11.5px/1.45 ui-monospace,Menlo,Consolas,"Liberation Mono",monospace;color:var(--ink);background:var(--shade);border-radius:4px;white-space:pre-wrap}
.copse-bar,.copse-say{box-sizing:border-box}
.copse-say{display:flex;flex-wrap:wrap;align-items:center;gap:4px 10px;min-height:27px;padding:2px 14px 2px 11px;border-left:3px solid transparent;color:var(--quiet);font-size:12.5px}
.copse-live .copse-say p{margin:0!important;flex:1 1 24em}
.copse-say.copse-on{color:var(--ink);background:var(--shade);border-left-color:var(--accent)}
.copse-tip{position:absolute;z-index:2;display:none;max-width:30em;padding:6px 10px;font-size:12px;pointer-events:none;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:5px;box-shadow:0 3px 10px #0003}
.copse-tip b{display:block}
.copse-live [role=checkbox]{cursor:pointer;outline:none}
.copse-live [role=checkbox]:hover .copse-hit{fill:#4477aa;fill-opacity:.1}
.copse-live [role=checkbox]:focus-visible .copse-hit{stroke:var(--accent);stroke-width:2}
.copse-out text{text-decoration:line-through}
.copse-dark .copse-hit{fill:none!important;pointer-events:all}.copse-dark [role=checkbox]:hover .copse-hit{fill:#6ea6dd!important;fill-opacity:.16!important}
@media print{.copse-live{background:none!important}.copse-live>:not(img){display:none!important}.copse-live>img{display:inline!important}}
`;

/** Left-out studies: struck through and hollow, so that no meaning hangs on colour alone. */
const OUT = { text: "#666666", square: "#ffffff" };

/** The picture on a dark page. */
const darkRules = Object.entries(DARK)
  .map(([from, to]) => `.copse-dark svg [fill="${from}"]{fill:${to}}.copse-dark svg [stroke="${from}"]{stroke:${to}}`)
  .join("") + `.copse-dark svg{fill:${DARK[INK]}}`;

let dressed = false;

/** Gives the page the looks of all its plots, as a made sheet, which a policy against inline styles allows. */
function dress() {
  if (dressed) return;
  dressed = true;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE + darkRules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    document.head.append(make("style", {}, STYLE + darkRules)); // browsers before 2023
  }
}

/** Whether the page around has light text: true of every front end's dark theme. */
function onDark(element) {
  const [r, g, b] = (getComputedStyle(element.parentElement || document.body).color.match(/[\d.]+/g) || [0, 0, 0]).map(Number);
  return 0.3 * r + 0.6 * g + 0.1 * b > 140;
}
