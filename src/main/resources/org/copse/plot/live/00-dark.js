// The colours of all pictures, and what each is on a dark page: text and marks keep their contrast. Read by Java too: strict JSON.
const DARK = {
  "#ffffff": "#14171c", "#111111": "#e6e8ec", "#555555": "#a9b1bd", "#4477aa": "#6ea6dd", "#222222": "#c9ced6",
  "#000000": "#ffffff", "#777777": "#9aa3b0", "#aa3377": "#e58abf", "#666666": "#9aa3b0",
  "#cf8fb4": "#7d4467", "#e6c8d8": "#4f3044", "#c8c8c8": "#4a5260", "#dddddd": "#3a414c",
  "#eef2f7": "#20262f", "#e9eef5": "#242b35", "#ccd6e4": "#35404f", "#a9b8cd": "#4a596d", "#cc3311": "#ff8a70",
  "#c9d8ea": "#2f4259", "#f3e6ee": "#2d2230",
  "#0000ff": "#8fa2ff", "#007f00": "#55c455", "#cc0000": "#ff8a80", "#0b2a5b": "#8fb4e8", "#4a7fb5": "#7fb0de",
  "#6e6e6e": "#a2a2a2", "#4d4d4d": "#bcbcbc", "#8c8c8c": "#a8a8a8",
  "#225588": "#7fb2e5", "#bb3311": "#ff8f6e", "#117733": "#5cc98a", "#882255": "#e58abf", "#886600": "#d9b43c"
};
