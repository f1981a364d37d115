import { type CSSResult, css } from 'lit';

/** A `<meter>` in the page's colours; `--bar` is the colour of its bar. Default: the accent. */
export const meterStyles: CSSResult = css`
  meter { inline-size: 100%; block-size: 1rem; background: none; }
  meter::-webkit-meter-bar { background: var(--surface); border: 1px solid var(--line);
    border-radius: 0.3rem; block-size: 0.9rem; }
  meter::-webkit-meter-optimum-value { background: var(--bar, var(--accent)); }
  meter::-moz-meter-bar { background: var(--bar, var(--accent)); }
`;
