import type { CSSResultGroup } from 'lit';
import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Analysis } from '../recognition/analysis.ts';
import { drawSpectrogram } from './drawing/draw-spectrogram.ts';
import { drawTimeline } from './drawing/draw-timeline.ts';
import { drawWaveform } from './drawing/draw-waveform.ts';
import { colourOf, EMOTIONS, emotionToken } from './emotions.ts';
import { clock, inWords, percent } from './format.ts';
import { Redraws } from './redraws.ts';
import { timeAxisStyles } from './time-axis-styles.ts';
import { windowAt } from './window-at.ts';

/**
 * Waveform, spectrogram and scores on one axis of time. A click, a drag and the arrow keys send
 * `seek` with the time in seconds; `time` moves the cursor.
 */
export class TimeAxis extends LitElement {
  static override properties: PropertyDeclarations = {
    analysis: { attribute: false },
    time: { attribute: false },
  };
  static override styles: CSSResultGroup = timeAxisStyles;

  declare analysis: Partial<Analysis>;
  declare time: number;
  #isDrawing = false;

  constructor() {
    super();
    this.analysis = {};
    this.time = 0;
    new Redraws(this, () => this.#drawSoon());
  }

  override render(): TemplateResult {
    const { duration = 0, timeline } = this.analysis;
    const length = inWords(duration);
    const readout = this.#readout();
    return html`
      <div class="tracks">
        <div class="label" id="wave">Waveform</div>
        <canvas class="wave" role="img" aria-label="Waveform of ${length}"></canvas>
        <div class="label bands"><span>8 kHz</span><span>Mel bands</span><span>50 Hz</span></div>
        <canvas class="bands" role="img"
          aria-label="Spectrogram of ${length}: 64 mel bands from 50 Hz to 8 kHz"></canvas>
        <div class="label emotions">${this.#labels.map((label) => html`<span>${label}</span>`)}</div>
        <canvas class="emotions" role="img"
          aria-label="Scores of each emotion over time; the table below has the numbers"></canvas>
        <div class="label"></div>
        <div class="ticks"><span>${clock(0)}</span><span>${clock(duration / 2)}</span>
          <span>${clock(duration)}</span></div>
        <div class="seek"><div class="cursor"></div>
          <input type="range" min="0" max=${duration} step="any" .value=${String(this.time)}
            aria-label="Position in the sound" aria-valuetext=${readout} ?disabled=${duration === 0}
            @input=${this.#seek}></div>
      </div>
      <p class="readout muted">${readout}</p>
      ${timeline && timeline.windows.length === 0 ? html`<p class="muted">Listening…</p>` : ''}
    `;
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('analysis')) this.#drawSoon();
    const cursor = this.renderRoot.querySelector<HTMLElement>('.cursor');
    const { duration = 0 } = this.analysis;
    const part = duration > 0 ? Math.min(1, this.time / duration) : 0;
    if (cursor) cursor.style.insetInlineStart = `${100 * part}%`;
  }

  get #labels(): readonly string[] {
    const scores = this.analysis.answer?.scores ?? [];
    const others = scores.map(({ label }) => label).filter((label) => !EMOTIONS.includes(label));
    return others.length > 0 ? others : EMOTIONS;
  }

  #readout(): string {
    const { timeline, duration = 0 } = this.analysis;
    const window = timeline && windowAt(timeline, this.time, duration);
    if (!window) return `${clock(this.time)}`;
    const words = window.scores.slice(0, 3).map((s) => `${s.label} ${percent(s.score)}`);
    return `${clock(this.time)}: ${window.speech ? words.join(', ') : 'no speech'}`;
  }

  #seek({ target }: Event): void {
    const detail = Number((target as HTMLInputElement).value);
    this.dispatchEvent(new CustomEvent('seek', { detail }));
  }

  /** Draws once before the next frame, however often it is asked to. */
  #drawSoon = (): void => {
    if (this.#isDrawing) return;
    this.#isDrawing = true;
    requestAnimationFrame(() => {
      this.#isDrawing = false;
      this.#draw();
    });
  };

  #draw(): void {
    const { waveform, spectrogram, timeline, duration = 0 } = this.analysis;
    const canvas = (name: string) =>
      this.renderRoot.querySelector(`canvas.${name}`) as HTMLCanvasElement | null;
    const [wave, bands, emotions] = [canvas('wave'), canvas('bands'), canvas('emotions')];
    if (!wave || !bands || !emotions) return;
    if (waveform) drawWaveform(wave, waveform, colourOf(this, 'accent'));
    if (spectrogram) drawSpectrogram(bands, spectrogram);
    if (!timeline) return;
    const labels = this.#labels;
    const colours = labels.map((label) => colourOf(this, emotionToken(label)));
    drawTimeline(emotions, timeline, duration, labels, colours, colourOf(this, 'line'));
  }
}
customElements.define('time-axis', TimeAxis);
