import { type CSSResult, css } from 'lit';
import { shared } from '../styles/shared.ts';

export const timeAxisStyles: CSSResult[] = [
  shared,
  css`
    .tracks { position: relative; display: grid; grid-template-columns: 5.5rem 1fr; gap: 0.4rem 0.5rem; }
    .label { font-size: 0.85rem; color: var(--muted); text-align: end; }
    .label.bands, .label.emotions { display: flex; flex-direction: column; justify-content: space-between; }
    .label.emotions { justify-content: stretch; color: var(--text); }
    .label.emotions span { flex: 1; display: flex; align-items: end; justify-content: end; line-height: 1; }
    canvas { display: block; inline-size: 100%; background: var(--surface); }
    canvas.wave { block-size: 4.5rem; }
    canvas.bands { block-size: 9rem; border: 1px solid var(--line); }
    canvas.emotions { block-size: 11rem; }
    .ticks { display: flex; justify-content: space-between; font-size: 0.85rem; color: var(--muted);
      font-variant-numeric: tabular-nums; }
    .seek { position: absolute; inset-block: 0 1.5rem; inset-inline: 6rem 0; }
    .seek input { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; margin: 0;
      appearance: none; background: none; cursor: crosshair; touch-action: pan-y; }
    .seek ::-webkit-slider-thumb { appearance: none; inline-size: 1px; block-size: 100%; opacity: 0; }
    .seek ::-moz-range-thumb { inline-size: 1px; block-size: 100%; border: 0; opacity: 0; }
    .seek ::-moz-range-track { background: none; }
    .cursor { position: absolute; inset-block: 0; inline-size: 2px; margin-inline-start: -1px;
      background: var(--text); box-shadow: 0 0 0 1px var(--surface); pointer-events: none; }
    .readout { font-variant-numeric: tabular-nums; min-block-size: 1.5em; }
    @media (max-width: 40rem) {
      .tracks { grid-template-columns: 4.6rem 1fr; }
      .seek { inset-inline-start: 5.1rem; }
    }
    @media (forced-colors: active) {
      .cursor { background: Highlight; forced-color-adjust: none; }
      canvas { forced-color-adjust: none; border: 1px solid CanvasText; }
    }
  `,
];
