import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { answerWords, NOT_FAMILIAR } from '../parts/answer-words.ts';
import { clock } from '../parts/format.ts';
import '../parts/score-bars.ts';
import '../parts/time-axis.ts';
import { shared } from '../styles/shared.ts';
import type { FileEntry } from './file-entry.ts';
import { windowsTable } from './windows-table.ts';

/** One file: its answer, its sound, and what it looks like over time. */
export class SoundPanel extends LitElement {
  static override properties: PropertyDeclarations = {
    entry: { attribute: false },
    time: { state: true },
    isOpen: { state: true },
  };
  static override styles: CSSResultGroup = [
    shared,
    css`
      audio { inline-size: 100%; margin-block: 0.5rem; }
      .answer { font-size: 1.25rem; font-weight: 600; }
      details { margin-block-start: 1rem; }
      summary { cursor: pointer; padding-block: 0.3rem; }
    `,
  ];

  declare entry: FileEntry;
  declare time: number;
  /** Whether the table of scores over time is open. */
  declare isOpen: boolean;

  constructor() {
    super();
    this.time = 0;
    this.isOpen = false;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('entry') as FileEntry | undefined;
    if (before && before.id !== this.entry.id) this.time = 0;
  }

  override render(): TemplateResult {
    const { name, url, synthetic, state, error } = this.entry;
    return html`
      <section class="card" aria-labelledby="name">
        <h2 id="name">${name}</h2>
        ${synthetic ? html`<p class="muted">A synthetic example: no person speaks in it.</p>` : ''}
        <audio controls preload="metadata" src=${url} aria-label="Play ${name}"
          @timeupdate=${this.#follow} @seeking=${this.#follow} @play=${this.#run}></audio>
        ${state === 'failed' ? html`<p class="warning">${error}</p>` : this.#result()}
      </section>
    `;
  }

  #result(): TemplateResult {
    const { state, analysis } = this.entry;
    const { answer, took, timeline, spectrogram } = analysis;
    return html`
      <div aria-live="polite">
        ${
          answer && (state === 'done' || answer.windows === 0)
            ? html`<p class="answer">${answerWords(answer)}</p>`
            : html`<p class="answer">Listening…</p>`
        }
        ${answer?.familiar === false ? html`<p class="warning">${NOT_FAMILIAR}</p>` : ''}
      </div>
      ${answer ? html`<score-bars .scores=${answer.scores}></score-bars>` : ''}
      ${
        took
          ? html`<p class="muted">${clock(analysis.duration ?? 0)} of sound, heard in
            ${Math.round(took.score)} ms${
              answer?.windows
                ? html`, the average of
            ${answer.windows} windows with speech`
                : ''
            }.</p>`
          : ''
      }
      <time-axis .analysis=${analysis} .time=${this.time} @seek=${this.#seek}></time-axis>
      ${
        spectrogram
          ? html`<p class="muted">The 64 mel bands in dB are the numbers that the model is given,
            ${
              spectrogram.levelled
                ? 'brought to one level'
                : 'before each window is brought to one level'
            }. Scores are of windows of ${timeline?.length ?? 0} s.</p>`
          : ''
      }
      ${
        timeline && timeline.windows.length > 0
          ? html`<details @toggle=${this.#toggle}><summary>The scores over time as a table</summary>
            <div class="scroll" role="region" aria-label="Scores over time" tabindex="0">
            ${this.isOpen ? windowsTable(timeline) : ''}</div></details>`
          : ''
      }
    `;
  }

  get #audio(): HTMLAudioElement {
    return this.renderRoot.querySelector('audio') as HTMLAudioElement;
  }

  #follow(): void {
    this.time = this.#audio.currentTime;
  }

  /** While it plays the cursor moves with each frame; the element itself tells four times a second. */
  #run(): void {
    const step = () => {
      if (!this.isConnected) return;
      this.#follow();
      if (!this.#audio.paused) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  #toggle({ target }: Event): void {
    this.isOpen = (target as HTMLDetailsElement).open;
  }

  #seek({ detail }: CustomEvent<number>): void {
    this.#audio.currentTime = detail;
    this.time = detail;
  }
}
customElements.define('sound-panel', SoundPanel);
