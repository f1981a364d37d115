import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { complaintOf } from '../parts/complaint-of.ts';
import { colourOf } from '../parts/emotions.ts';
import { clock, percent } from '../parts/format.ts';
import { meterStyles } from '../parts/meter-styles.ts';
import { Redraws } from '../parts/redraws.ts';
import { recognition } from '../recognition/recognition.ts';
import { soundInputOf } from '../recognition/sound-input-of.ts';
import { shared } from '../styles/shared.ts';
import { keptVoice } from '../voice/kept-voice.ts';
import { BANDS } from './bands.ts';
import { drawWhy } from './draw-why.ts';
import type { ExplainProgress } from './explain.ts';
import type { Explanation } from './explanation.ts';
import { timesTable } from './times-table.ts';
import { trustPart } from './trust-part.ts';
import { bandName, changeWords, pointsOf, whyWords } from './why-words.ts';

/** Which times and bands the answer for a file rests on, and what its score is worth. */
export class WhyPanel extends LitElement {
  static override properties: PropertyDeclarations = {
    file: { attribute: false },
    at: { attribute: false },
    label: { attribute: false },
    score: { attribute: false },
    progress: { state: true },
    explanation: { state: true },
    problem: { state: true },
  };
  static override styles: CSSResultGroup = [
    shared,
    meterStyles,
    css`
      section { border-block-start: 1px solid var(--line); margin-block-start: 1.5rem; padding-block-start: 0.5rem; }
      h3 { font-size: 1.1rem; margin: 1rem 0 0.5rem; scroll-margin-block-start: 1rem; }
      h4 { font-size: 1rem; margin: 1rem 0 0.25rem; }
      canvas { display: block; inline-size: 100%; block-size: 6rem; background: var(--surface);
        border: 1px solid var(--line); }
      .ticks { display: flex; justify-content: space-between; font-size: 0.85rem; color: var(--muted); }
      progress { inline-size: 12rem; }
      dl { display: grid; grid-template-columns: max-content minmax(4rem, 1fr) max-content;
        gap: 0.3rem 0.75rem; margin: 0; max-inline-size: 46rem; align-items: center; }
      dt { display: flex; flex-direction: column; line-height: 1.2; }
      dd { margin: 0; display: contents; }
      meter.against { --bar: var(--warning); }
      @media (max-width: 40rem) {
        /* The bar has a line of its own, below its name and what changes. */
        dl { grid-template-columns: 1fr auto; grid-auto-flow: dense; }
        meter { grid-column: 1 / -1; margin-block-end: 0.4rem; }
        dd span { grid-column: 2; text-align: end; }
      }
      small { color: var(--muted); }
      @media (forced-colors: active) { canvas { forced-color-adjust: none; } }
    `,
  ];

  declare file: File;
  /** Where the cursor is, in seconds: of a long file, what is explained. */
  declare at: number;
  /** The answer that stands above, and its score. */
  declare label: string;
  declare score: number;
  declare progress: ExplainProgress | undefined;
  declare explanation: Explanation | undefined;
  declare problem: string;
  #abort: AbortController | undefined;

  constructor() {
    super();
    this.at = 0;
    this.label = '';
    this.score = 0;
    this.problem = '';
    new Redraws(this, () => this.#draw());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort?.abort();
  }

  override firstUpdated(): void {
    void this.#explain();
  }

  override render(): TemplateResult {
    const { explanation, progress, problem } = this;
    return html`<section aria-labelledby="why">
      <h3 id="why" tabindex="-1">Why${explanation?.label ? ` ${explanation.label}` : ''}?</h3>
      <p class="muted">One part of the sound after another is turned down to the level of its pauses, and
        the rest is heard again. Where the score falls, the answer rests on that part. It shows what
        the model goes by, and no cause in the speaker. Of a sound of more than ten seconds, five around
        the cursor are explained.</p>
      ${
        progress
          ? html`<div class="row"><label>Listening without each part
            <progress max=${progress.of} value=${progress.done}></progress></label>
            <button @click=${this.#cancel}>Cancel</button></div>`
          : ''
      }
      <p class="warning" role="alert">${problem}</p>
      <div role="status">${explanation ? whyWords(explanation).map((text) => html`<p>${text}</p>`) : ''}</div>
      ${this.#again()}
      ${explanation?.label === undefined ? '' : this.#parts(explanation)}
      ${trustPart(this.label, this.score)}
    </section>`;
  }

  override updated(): void {
    this.#draw();
  }

  /** Puts it where it is seen, and the focus at its beginning. */
  async goTo(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#why')?.focus();
  }

  /** Begins anew where it was cancelled, or where the cursor has left what is explained. */
  #again(): TemplateResult | string {
    const { progress, explanation, at } = this;
    if (progress) return '';
    if (!explanation) return html`<button @click=${this.#explain}>Explain it</button>`;
    if (at >= explanation.start && at <= explanation.end) return '';
    return html`<button @click=${this.#explain}>Explain what is around ${clock(at)}</button>`;
  }

  #parts(explanation: Explanation): TemplateResult {
    const { label, score, start, end, times, bands } = explanation;
    const points = bands.map((band) => pointsOf(score, band));
    const most = points.reduce((largest, point) => Math.max(largest, Math.abs(point)), 1);
    return html`
      <h4>Times</h4>
      <canvas role="img" aria-label="The waveform, and how much the score changes without each stretch;
        the table below has the numbers"></canvas>
      <div class="ticks"><span>${clock(start)}</span><span>${clock(end)}</span></div>
      <p class="muted">Bars from the bottom: ${label} needs this stretch. Bars from the top: it would be higher
        without. The tallest is the largest change. Heard once as it is, the score is
        ${percent(score)}; the answer above is of three speeds.</p>
      <details><summary>The same as a table</summary>${timesTable(score, times)}</details>
      <h4>Bands</h4>
      <dl>${bands.map(({ low, high, ...without }, i) => {
        const name = bandName({ low, high });
        const words = BANDS.find((band) => band.low === low)?.words ?? '';
        return html`<dt><span>${name}</span><small>${words}</small></dt>
          <dd><meter class=${points[i] < 0 ? 'against' : ''} min="0" max=${most} value=${Math.abs(points[i])} aria-label=${name}></meter>
          <span>${changeWords(score, without)}</span></dd>`;
      })}</dl>
    `;
  }

  readonly #explain = async (): Promise<void> => {
    const abort = new AbortController();
    const { signal } = abort;
    this.#abort = abort;
    this.problem = '';
    this.progress = { done: 0, of: 1 };
    try {
      const client = recognition();
      const { input, transfer } = await soundInputOf(this.file, client, signal);
      this.explanation = await client.run(
        'explain',
        { sound: input, at: this.at, voice: keptVoice.used },
        {
          signal,
          transfer,
          onProgress: (progress) => {
            this.progress = progress;
          },
        },
      );
    } catch (error) {
      if (!signal.aborted) this.problem = complaintOf(error);
    }
    this.progress = undefined;
  };

  #cancel(): void {
    this.#abort?.abort(new Error('It was cancelled.'));
  }

  #draw(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (!canvas || !this.explanation) return;
    drawWhy(canvas, this.explanation, {
      wave: colourOf(this, 'muted'),
      needed: colourOf(this, 'accent'),
      against: colourOf(this, 'warning'),
    });
  }
}
customElements.define('why-panel', WhyPanel);
