import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { answerWords, NOT_FAMILIAR } from '../parts/answer-words.ts';
import { download } from '../parts/download.ts';
import { clock, inWords } from '../parts/format.ts';
import '../parts/score-bars.ts';
import '../parts/time-axis.ts';
import { shared } from '../styles/shared.ts';
import type { WhyPanel } from '../why/why-panel.ts';
import { windowsCsv } from './export-rows.ts';
import type { FileEntry } from './file-entry.ts';
import { windowsTable } from './windows-table.ts';

/** One file: its answer, its sound, and what it looks like over time. */
export class SoundPanel extends LitElement {
  static override properties: PropertyDeclarations = {
    entry: { attribute: false },
    time: { state: true },
    isOpen: { state: true },
    isExplained: { state: true },
  };
  static override styles: CSSResultGroup = [
    shared,
    css`
      audio { inline-size: 100%; margin-block: 0.5rem; }
      .answer { font-size: 1.25rem; font-weight: 600; }
      .columns { display: grid; gap: 0 2rem; margin-block-end: 1rem; }
      @media (min-width: 56rem) {
        .columns { grid-template-columns: 1fr 1fr; align-items: center; }
      }
    `,
  ];

  declare entry: FileEntry;
  declare time: number;
  /** Whether the table of scores over time is open. */
  declare isOpen: boolean;
  /** Whether the panel is open that says why. */
  declare isExplained: boolean;

  constructor() {
    super();
    this.time = 0;
    this.isOpen = false;
    this.isExplained = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A player that is taken out goes on reading its file.
    this.#audio.removeAttribute('src');
    this.#audio.load();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('entry')) return;
    const before = changed.get('entry') as FileEntry | undefined;
    const isOther = before?.id !== this.entry.id;
    if (isOther) this.time = 0;
    if (isOther || this.entry.state !== 'done') this.isExplained = false;
  }

  override render(): TemplateResult {
    const { name, synthetic, state, error } = this.entry;
    return html`
      <section class="card" aria-labelledby="name">
        <h2 id="name"><bdi>${name}</bdi></h2>
        ${synthetic ? html`<p class="muted">A synthetic example: no person speaks in it.</p>` : ''}
        ${state === 'failed' ? html`<p class="warning">${error}</p>${this.#player()}` : this.#result()}
      </section>
    `;
  }

  #result(): TemplateResult {
    const { state, analysis } = this.entry;
    const { answer, took, timeline, spectrogram } = analysis;
    // Of a sound that is heard in pieces, the answer is the last piece's.
    const isKnown = answer !== undefined && (state === 'done' || timeline === undefined);
    return html`
      <div class="columns">
        <div>
          <div aria-live="polite">
            <p class="answer">${isKnown ? answerWords(answer) : state === 'waiting' ? 'Waiting for its turn.' : 'Listening…'}</p>
            ${isKnown && answer.familiar === false ? html`<p class="warning">${NOT_FAMILIAR}</p>` : ''}
          </div>
          ${state === 'reading' && !isKnown ? this.#progress() : ''}
          ${took && isKnown ? html`<p class="muted">${tookWords(this.entry)}</p>` : ''}
          ${state === 'done' && answer?.scores.length ? this.#why() : ''}
          ${this.#player()}
        </div>
        ${answer ? html`<score-bars .scores=${answer.scores}></score-bars>` : ''}
      </div>
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
            ${this.isOpen ? windowsTable(timeline) : ''}</div>
            <p><button @click=${this.#export}>Export as CSV</button></p></details>`
          : ''
      }
      ${
        this.isExplained
          ? html`<why-panel .file=${this.entry.file} .at=${this.time}
            .label=${answer?.scores[0]?.label ?? ''} .score=${answer?.scores[0]?.score ?? 0}></why-panel>`
          : ''
      }
    `;
  }

  #player(): TemplateResult {
    const { name, url } = this.entry;
    return html`<audio controls preload="metadata" src=${url} aria-label="Play ${name}"
      @timeupdate=${this.#follow} @seeking=${this.#follow} @play=${this.#run}></audio>`;
  }

  #why(): TemplateResult {
    return html`<button aria-expanded=${this.isExplained ? 'true' : 'false'} @click=${this.#explain}>
      Why?</button>`;
  }

  async #explain(): Promise<void> {
    await import('../why/why-panel.ts');
    this.isExplained = !this.isExplained;
    await this.updateComplete;
    // It stands below what is seen.
    await this.renderRoot.querySelector<WhyPanel>('why-panel')?.goTo();
  }

  #progress(): TemplateResult {
    const { duration = 0, timeline } = this.entry.analysis;
    const end = timeline?.windows.at(-1)?.end ?? 0;
    return html`<progress max=${duration} value=${end} aria-label="How much was heard"></progress>
      <p class="muted">${clock(end)} of ${clock(duration)}</p>`;
  }

  get #audio(): HTMLAudioElement {
    return this.renderRoot.querySelector('audio') as HTMLAudioElement;
  }

  #follow(): void {
    this.time = this.#audio.currentTime;
  }

  /** While it plays the cursor moves with each frame; the element itself tells four times a second. */
  #run(): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
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

  #export(): void {
    const { name, analysis } = this.entry;
    const csv = windowsCsv(analysis.timeline?.windows ?? []);
    download(`${name.replace(/^.*\//, '')}.scores.csv`, csv, 'text/csv');
  }

  #seek({ detail }: CustomEvent<number>): void {
    this.#audio.currentTime = detail;
    this.time = detail;
  }
}
customElements.define('sound-panel', SoundPanel);

/** How long it took. */
function tookWords({ analysis: { duration = 0, took, answer }, calibrated }: FileEntry): string {
  const time = Math.round(took?.score ?? 0);
  const windows = answer?.windows ?? 0;
  const mean = windows > 0 ? `: the average of ${windows} windows with speech` : '';
  const voice = calibrated ? ', with your voice' : '';
  return `${inWords(duration)} of sound, heard in ${time} ms${voice}${mean}.`;
}
