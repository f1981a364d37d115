import { type CSSResult, css } from 'lit';

/** What every element of the page looks like inside its shadow root. */
export const shared: CSSResult = css`
  *, ::before, ::after { box-sizing: border-box; }
  :host { display: block; }
  :host([hidden]), [hidden] { display: none !important; }
  h1 { font-size: 1.5rem; line-height: 1.25; margin: 0.5rem 0; }
  h2 { font-size: 1.15rem; margin: 1.25rem 0 0.5rem; overflow-wrap: anywhere; }
  .card > h2:first-child { margin-block-start: 0; }
  p { margin: 0.5rem 0; max-inline-size: 46rem; }
  a { color: var(--accent); }
  .muted { color: var(--muted); }
  .warning { color: var(--warning); font-weight: 600; }
  .row { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
  .card { background: var(--raised); border: 1px solid var(--line); border-radius: var(--radius);
    padding: 1rem; margin-block: 1rem; }
  button, .button, select, input { font: inherit; }
  button, .button, ::file-selector-button { display: inline-block; padding: 0.4rem 0.8rem; min-block-size: 2.25rem;
    border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface);
    color: var(--text); cursor: pointer; text-align: start; }
  ::file-selector-button { font: inherit; margin-inline-end: 0.75rem; }
  button.primary { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
  button:disabled { opacity: 0.6; cursor: default; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  details { margin-block: 0.75rem; }
  summary { cursor: pointer; padding-block: 0.35rem; }
  progress { inline-size: 100%; block-size: 1rem; accent-color: var(--accent); }
  table { border-collapse: collapse; }
  th, td { padding: 0.35rem 0.6rem; text-align: start; border-block-end: 1px solid var(--line); }
  .number { text-align: end; font-variant-numeric: tabular-nums; }
  .scroll { overflow-x: auto; }
  .visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap; }
  @media (prefers-reduced-motion: no-preference) {
    button, .button { transition: background-color 120ms; }
  }
  @media (forced-colors: active) {
    button.primary { border-width: 2px; }
  }
`;
