import type { EpochLogs } from '@ser/model';
import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type SVGTemplateResult,
  svg,
  type TemplateResult,
} from 'lit';
import { shared } from '../styles/shared.ts';

const WIDTH = 340;
const HEIGHT = 190;
/** What the axes take of it. */
const [LEFT, RIGHT, TOP, BOTTOM] = [38, 8, 12, 28];
/** Fewer epochs do not stretch over the whole width. */
const LEAST_EPOCHS = 5;

/** One figure of training and validation over the epochs. */
export class LearningCurve extends LitElement {
  static override properties: PropertyDeclarations = {
    history: { attribute: false },
    figure: {},
  };
  static override styles: CSSResultGroup = [
    shared,
    css`
      figure { margin: 0; }
      svg { inline-size: 100%; max-inline-size: 34rem; display: block; }
      text { fill: var(--text); font-size: 11px; }
      .axis { stroke: var(--line); fill: none; }
      polyline { stroke: var(--accent); fill: none; stroke-width: 2; }
      polyline.validation { stroke: var(--warning); stroke-dasharray: 5 3; }
      circle { fill: var(--accent); }
      circle.validation { fill: var(--warning); }
      figcaption { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; }
      figcaption svg { inline-size: 2rem; }
      .key { display: inline-flex; gap: 0.4rem; align-items: center; }
    `,
  ];

  declare history: readonly EpochLogs[];
  declare figure: 'loss' | 'accuracy';

  constructor() {
    super();
    this.history = [];
    this.figure = 'loss';
  }

  override render(): TemplateResult {
    const { history, figure } = this;
    const lines: { name: string; values: readonly (number | undefined)[] }[] = [
      { name: 'training', values: history.map((logs) => logs[figure]) },
      {
        name: 'validation',
        values: history.map((logs) => (figure === 'loss' ? logs.valLoss : logs.valAccuracy)),
      },
    ];
    const shown = lines.filter(({ values }) => values.some(Number.isFinite));
    const all = shown
      .flatMap(({ values }) => values)
      .filter((v): v is number => Number.isFinite(v));
    const top = figure === 'accuracy' ? 1 : Math.max(0.5, Math.ceil(2 * Math.max(0, ...all)) / 2);
    const last = Math.max(LEAST_EPOCHS, history.length);
    const x = (i: number) => LEFT + (i / (last - 1)) * (WIDTH - LEFT - RIGHT);
    const y = (value: number) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
    return html`<figure>
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${this.#words(shown)}>
        <path class="axis" d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}"></path>
        ${[0, top / 2, top].map(
          (value) =>
            svg`<text x=${LEFT - 5} y=${y(value) + 4} text-anchor="end">${
              figure === 'accuracy' ? `${100 * value} %` : value
            }</text>`,
        )}
        <text x=${LEFT} y=${HEIGHT - 8}>1</text>
        <text x=${WIDTH - RIGHT} y=${HEIGHT - 8} text-anchor="end">epoch ${last}</text>
        ${shown.map(({ name, values }) => lineOf(name, values, x, y))}
      </svg>
      <figcaption><strong>${figure}</strong>
        ${shown.map(
          ({ name }) => html`<span class="key"><svg viewBox="0 0 32 8" aria-hidden="true">
            <polyline class=${name} points="0,4 32,4"></polyline></svg>${name}</span>`,
        )}
      </figcaption>
    </figure>`;
  }

  #words(lines: readonly { name: string; values: readonly (number | undefined)[] }[]): string {
    const ends = lines.map(({ name, values }) => `${name} ${values.at(-1)?.toFixed(2) ?? 'none'}`);
    return `${this.figure} after epoch ${this.history.length}: ${ends.join(', ')}`;
  }
}
customElements.define('learning-curve', LearningCurve);

function lineOf(
  name: string,
  values: readonly (number | undefined)[],
  x: (i: number) => number,
  y: (value: number) => number,
): SVGTemplateResult {
  const points = values.flatMap((value, i) =>
    value !== undefined && Number.isFinite(value) ? [[x(i), y(value)]] : [],
  );
  const [cx, cy] = points.at(-1) ?? [0, 0];
  return svg`<polyline class=${name} points=${points.map((point) => point.join(',')).join(' ')}></polyline>
    <circle class=${name} cx=${cx} cy=${cy} r="3"></circle>`;
}
