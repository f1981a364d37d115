import type { EpochLogs } from '@ser/model';
import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { shared } from '../styles/shared.ts';
import './data-chooser.ts';
import './plan-chooser.ts';
import './progress-panel.ts';
import './run-result.ts';
import { DEFAULT_CHOICES, forData } from './default-choices.ts';
import { previewWords } from './preview-words.ts';
import { afterProgress, FIRST_STATE, type RunningState, withEpoch } from './running-state.ts';
import { training } from './training.ts';
import type { Catalogue } from './work/catalogue.ts';
import type { Choices } from './work/choices.ts';
import type { DataSource } from './work/data/data-source.ts';
import type { DataSummary } from './work/data/data-summary.ts';
import type { TrainProgress } from './work/jobs.ts';
import type { KeptRun } from './work/kept-run.ts';
import type { Preview } from './work/preview.ts';

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Training on this device: data, recipe, protocol, the run, its report and its classifier. */
export class TrainView extends LitElement {
  static override properties: PropertyDeclarations = {
    catalogue: { state: true },
    data: { state: true },
    choices: { state: true },
    preview: { state: true },
    kept: { state: true },
    running: { state: true },
    progress: { state: true },
    history: { state: true },
    dataError: { state: true },
    runError: { state: true },
    isOpening: { state: true },
  };
  static override styles: CSSResultGroup = [
    shared,
    css`
      .start { margin-block: 1.25rem; }
      summary { cursor: pointer; padding-block: 0.4rem; }
      ul { overflow-wrap: anywhere; padding-inline-start: 1.25rem; }
    `,
  ];

  declare catalogue: Catalogue | undefined;
  declare data: DataSummary | undefined;
  declare choices: Choices;
  declare preview: Preview | undefined;
  declare kept: KeptRun | null;
  declare running: AbortController | undefined;
  declare progress: RunningState;
  declare history: readonly EpochLogs[];
  declare dataError: string;
  declare runError: string;
  declare isOpening: boolean;
  #opened = 0;

  constructor() {
    super();
    this.choices = DEFAULT_CHOICES;
    this.kept = null;
    this.progress = FIRST_STATE;
    this.history = [];
    this.dataError = '';
    this.runError = '';
    this.isOpening = false;
    void this.#begin();
  }

  override render(): TemplateResult {
    const isRunning = this.running !== undefined;
    return html`
      <h1>Train a recogniser here</h1>
      <p>On recordings of acted emotion, or on your own. Everything happens in this browser: the
        recordings stay where they are, and so does the model until you download it.</p>
      ${this.kept || isRunning || this.runError ? this.#run() : ''}
      <data-chooser ?disabled=${isRunning} @source=${this.#open}></data-chooser>
      <div aria-live="polite">${this.#dataWords()}</div>
      ${this.catalogue && this.data ? this.#plan(this.catalogue, this.data) : ''}
    `;
  }

  /** The kept run, the one that goes on now, and what stopped it. */
  #run(): TemplateResult {
    const { kept, running, runError } = this;
    const name = kept && `${kept.recipe}, ${kept.protocol}`;
    return html`<section class="card" aria-labelledby="run">
      <h2 id="run" tabindex="-1">${running ? 'This run' : 'The run that is kept here'}${name ? `: ${name}` : ''}</h2>
      ${kept ? html`<p class="muted">Seed ${kept.seed}, fold ${kept.fold}, on ${kept.data}.</p>` : ''}
      ${runError ? html`<p class="warning" role="alert">${runError}</p>` : ''}
      <progress-panel .state=${this.progress} .history=${this.history} ?running=${running !== undefined}
        @stop=${() => running?.abort()}></progress-panel>
      ${
        !running && kept?.summary
          ? html`<run-result .summary=${kept.summary} name=${runName(kept)}></run-result>`
          : ''
      }
      ${!running && kept && !kept.summary ? this.#goOn(kept) : ''}
      ${
        !running && kept
          ? html`<p><button @click=${this.#forget}>Delete it, and all features that are kept</button></p>`
          : ''
      }
    </section>`;
  }

  #goOn({ epochs, history }: KeptRun): TemplateResult {
    const done = epochs > 0 ? ` ${history.length} of at most ${epochs} epochs are done.` : '';
    return html`<p>It has not ended.${done}</p>
      <p><button class="primary" @click=${this.#resume}>Go on</button></p>`;
  }

  #dataWords(): TemplateResult | string {
    const { data, dataError, isOpening } = this;
    if (isOpening) return html`<p>Reading…</p>`;
    if (dataError) return html`<p class="warning">${dataError}</p>`;
    if (!data) return html`<p class="muted">Choose the data above.</p>`;
    const { clips, speakers, labels, problems } = data;
    const voices = speakers.length > 0 ? `, ${speakers.length} speakers` : ', speakers unknown';
    return html`<p><strong>${clips.toLocaleString('en')} clips</strong>${voices}, ${labels.length} labels:
      ${labels.join(', ')}.</p>
      ${
        problems.length > 0
          ? html`<details><summary>${problems.length} files are left out</summary>
            <ul>${problems.map(({ file, message }) => html`<li>${file}: ${message}</li>`)}</ul></details>`
          : ''
      }`;
  }

  #plan(catalogue: Catalogue, data: DataSummary): TemplateResult {
    const { choices, preview } = this;
    const isRunning = this.running !== undefined;
    const isReady = preview !== undefined && preview.error === undefined && !isRunning;
    return html`
      <plan-chooser ?disabled=${isRunning} .catalogue=${catalogue} .data=${data} .choices=${choices}
        .preview=${preview} @choices=${this.#choose}></plan-chooser>
      <div aria-live="polite">${preview ? previewWords(preview) : ''}</div>
      <p class="start"><button class="primary" ?disabled=${!isReady} @click=${this.#train}>
        Start training</button>
        ${this.kept && !isRunning ? html`<span class="muted">It takes the place of the run above.</span>` : ''}</p>`;
  }

  async #begin(): Promise<void> {
    try {
      this.catalogue = await training().run('catalogue', null);
      await this.#readKept();
    } catch (error) {
      this.runError = messageOf(error);
    }
  }

  async #readKept(): Promise<void> {
    this.kept = await training().run('kept', null);
    this.history = this.kept?.history ?? [];
  }

  async #open({ detail: source }: CustomEvent<DataSource | undefined>): Promise<void> {
    const turn = ++this.#opened;
    this.data = undefined;
    this.dataError = '';
    this.isOpening = source !== undefined;
    if (!source) return;
    try {
      const data = await training().run('open', source);
      if (turn !== this.#opened) return;
      this.data = data;
      await this.#decide(forData(this.choices, data));
    } catch (error) {
      if (turn === this.#opened) this.dataError = messageOf(error);
    } finally {
      if (turn === this.#opened) this.isOpening = false;
    }
  }

  #choose({ detail }: CustomEvent<Choices>): void {
    this.#decide(detail).catch((error: unknown) => {
      this.dataError = messageOf(error);
    });
  }

  async #decide(choices: Choices): Promise<void> {
    this.choices = choices;
    const preview = await training().run('preview', choices);
    if (this.choices === choices) this.preview = preview;
  }

  #train(): void {
    this.kept = null;
    this.history = [];
    void this.#work((ports) => training().run('train', this.choices, ports));
  }

  #resume(): void {
    void this.#work((ports) => training().run('resume', null, ports));
  }

  async #work(
    start: (ports: {
      signal: AbortSignal;
      onProgress: (progress: TrainProgress) => void;
    }) => Promise<unknown>,
  ): Promise<void> {
    const running = new AbortController();
    this.running = running;
    this.runError = '';
    this.progress = FIRST_STATE;
    void this.updateComplete.then(() => this.#showRun());
    const onProgress = (progress: TrainProgress) => {
      this.progress = afterProgress(this.progress, progress, performance.now());
      if (progress.kind === 'epoch') this.history = withEpoch(this.history, progress.logs);
    };
    try {
      await start({ signal: running.signal, onProgress });
    } catch (error) {
      if (!running.signal.aborted) this.runError = messageOf(error);
    }
    this.running = undefined;
    await this.#readKept().catch((error: unknown) => {
      this.runError = messageOf(error);
    });
  }

  /** What was started stands far above the button that started it. */
  #showRun(): void {
    this.renderRoot.querySelector<HTMLElement>('#run')?.focus();
  }

  async #forget(): Promise<void> {
    this.progress = FIRST_STATE;
    try {
      await training().run('forget', null);
      await this.#readKept();
      this.runError = '';
    } catch (error) {
      this.runError = messageOf(error);
    }
  }
}
customElements.define('train-view', TrainView);

function runName({ recipe, protocol, fold, seed }: KeptRun): string {
  return `${recipe}-${protocol}${fold > 1 ? `-fold${fold}` : ''}-seed${seed}`.replace(
    /[^\w.-]+/g,
    '-',
  );
}
