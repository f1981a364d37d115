/** The page's colours are the figures', see `draw-svg.ts`. */
export const STYLE_SHEET = `
:root { color-scheme: light dark; --ink: #1b1c20; --paper: #fff; --line: #d5d7de; --warn: #fff1db; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e9ed; --paper: #16181d; --line: #3a3d46; --warn: #3d2c12; }
}
body { margin: 0; background: var(--paper); color: var(--ink); }
body { font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 720px; margin: 0 auto; padding: 24px 20px 64px; }
h1 { line-height: 1.2; }
h2 { margin: 40px 0 12px; border-bottom: 1px solid var(--line); }
.warning { background: var(--warn); border-left: 4px solid #d98200; padding: 12px 16px; }
.scroll { overflow-x: auto; }
/* On a phone figures scroll sideways, because their labels would be too small to read. */
.scroll > svg { min-width: 560px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 14px 4px 0; border-bottom: 1px solid var(--line); }
th, td { text-align: right; white-space: nowrap; }
.prose td { text-align: left; white-space: normal; overflow-wrap: anywhere; }
th:first-child { text-align: left; font-weight: normal; white-space: normal; }
thead th, thead th:first-child { font-weight: 600; white-space: normal; }
.prose th { text-align: left; vertical-align: top; }
@media (max-width: 480px) {
  main { padding: 16px 12px 48px; }
  table { font-size: 15px; }
  th, td { padding-right: 10px; }
}
figure { margin: 0 0 16px; }
figcaption { font-size: 14px; opacity: 0.8; }
summary { cursor: pointer; padding: 4px 0; }
@media print { details > * { display: block; } section { break-inside: avoid; } }
`;
