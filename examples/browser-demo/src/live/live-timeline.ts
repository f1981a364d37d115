import {
  type CSSResultGroup,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { colourOf, EMOTIONS, emotionToken } from '../parts/emotions.ts';
import { Redraws } from '../parts/redraws.ts';
import { timeAxisStyles } from '../parts/time-axis-styles.ts';
import { drawHeard, drawLoudness } from './draw-live.ts';
import { type LiveTrack, SPAN } from './live-track.ts';

/** Milliseconds between two drawings, at least. */
const FRAME = 33;
/** The same where people want less motion: one for a window. */
const CALM_FRAME = 500;

/**
 * The last half minute, moving as time goes while `runs`. Where people want less motion, it stands
 * still, fills from left to right, and begins again.
 */
export class LiveTimeline extends LitElement {
  static override properties: PropertyDeclarations = {
    track: { attribute: false },
    runs: { type: Boolean },
  };
  static override styles: CSSResultGroup = timeAxisStyles;

  declare track: LiveTrack;
  declare runs: boolean;
  readonly #calm: MediaQueryList = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #turn = (): void => this.requestUpdate();
  /** What the labels were written for. */
  #isCalm = false;
  #now = 0;
  #begin = 0;
  #drawn = 0;
  #frame = 0;

  constructor() {
    super();
    this.runs = false;
    new Redraws(this, () => this.#draw());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#calm.addEventListener('change', this.#turn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#calm.removeEventListener('change', this.#turn);
    cancelAnimationFrame(this.#frame);
  }

  override render(): TemplateResult {
    this.#isCalm = this.#calm.matches;
    return html`
      <div class="tracks">
        <div class="label">Loudness</div>
        <canvas class="wave" role="img" aria-label="Loudness of the last ${SPAN} seconds"></canvas>
        <div class="label emotions">${EMOTIONS.map((label) => html`<span>${label}</span>`)}</div>
        <canvas class="emotions" role="img" aria-label="Scores of each emotion over the last ${SPAN}
          seconds; the list below has the changes in words"></canvas>
        <div class="label"></div>
        ${
          this.#isCalm
            ? html`<div class="ticks"><span>0 s</span><span>${SPAN / 2} s</span>
              <span>${SPAN} s</span></div>`
            : html`<div class="ticks"><span>${SPAN} s ago</span><span>${SPAN / 2} s ago</span>
              <span>now</span></div>`
        }
      </div>
    `;
  }

  override updated(): void {
    cancelAnimationFrame(this.#frame);
    if (!this.runs) return;
    this.#begin = performance.now() / 1000;
    this.#step(performance.now());
  }

  #step = (time: number): void => {
    this.#frame = requestAnimationFrame(this.#step);
    // A running page may hear of the change late, or never.
    if (this.#calm.matches !== this.#isCalm) this.requestUpdate();
    if (time - this.#drawn < (this.#calm.matches ? CALM_FRAME : FRAME)) return;
    this.#drawn = time;
    this.#now = time / 1000;
    this.#draw();
  };

  /** The time at the left edge. */
  get #from(): number {
    if (!this.#calm.matches) return this.#now - SPAN;
    return this.#begin + SPAN * Math.max(0, Math.floor((this.#now - this.#begin) / SPAN));
  }

  #draw(): void {
    const [loudness, emotions] = this.renderRoot.querySelectorAll('canvas');
    if (!emotions) return;
    const colours = EMOTIONS.map((label) => colourOf(this, emotionToken(label)));
    const { heard, loud } = this.track;
    const line = colourOf(this, 'line');
    drawHeard(emotions, heard, this.#from, EMOTIONS, colours, line);
    drawLoudness(loudness, loud, this.#from, colourOf(this, 'accent'));
  }
}
customElements.define('live-timeline', LiveTimeline);
