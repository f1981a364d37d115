import { type CSSResultGroup, css, html, LitElement, type TemplateResult } from 'lit';
import { keepTraining } from '../offline/keep-training.ts';
import { shared } from '../styles/shared.ts';
import './data-chooser.ts';
import { keepingWords } from './keeping-words.ts';
import type { KeptRunCard } from './kept-run-card.ts';
import './kept-run-card.ts';
import { previewWords } from './preview-words.ts';
import './protocol-chooser.ts';
import './recipe-chooser.ts';
import './run-options.ts';
import { TrainSession } from './train-session.ts';
import { training } from './training.ts';
import type { Catalogue } from './work/catalogue.ts';
import type { Choices } from './work/choices.ts';
import type { DataSource } from './work/data/data-source.ts';
import type { DataSummary } from './work/data/data-summary.ts';

/** Training on this device: data, recipe, protocol, the run, its report and its classifier. */
export class TrainView extends LitElement {
  static override styles: CSSResultGroup = [
    shared,
    css`
      .start { margin-block: 1.25rem; }
      ul { overflow-wrap: anywhere; padding-inline-start: 1.25rem; }
    `,
  ];

  readonly #session: TrainSession = new TrainSession(training());

  constructor() {
    super();
    this.#session.addEventListener('change', () => this.requestUpdate());
    void this.#session.begin();
    void keepTraining();
    addEventListener('beforeunload', (event) => {
      if (this.#session.isFleeting) event.preventDefault();
    });
  }

  override render(): TemplateResult {
    const session = this.#session;
    const { state } = session;
    const { catalogue, data, kept, keeping, isRunning, runError } = state;
    return html`
      <h1>Train a recogniser here</h1>
      <p>On recordings of acted emotion, or on your own. Everything happens in this browser: the
        recordings stay where they are, and so does the model until you download it.</p>
      <p class="warning" role="status">${keepingWords(keeping)}</p>
      ${
        kept || isRunning || runError
          ? html`<kept-run-card .state=${state} @stop=${() => session.stop()}
            @resume=${() => this.#follow(session.resume())}
            @forget=${() => session.forget()}></kept-run-card>`
          : ''
      }
      <data-chooser ?disabled=${isRunning}
        @source=${({ detail }: CustomEvent<DataSource | undefined>) => session.open(detail)}></data-chooser>
      <div aria-live="polite">${this.#dataWords()}</div>
      ${catalogue && data ? this.#plan(catalogue, data) : ''}
    `;
  }

  #dataWords(): TemplateResult {
    const { data, dataError, isOpening } = this.#session.state;
    if (isOpening) return html`<p>Reading…</p>`;
    if (dataError) return html`<p class="warning">${dataError}</p>`;
    if (!data) return html`<p class="muted">Choose the data above.</p>`;
    const { clips, speakers, labels, problems } = data;
    const voices = speakers.length > 0 ? `${speakers.length} speakers` : 'speakers unknown';
    const files = problems.length > 1 ? 'files are' : 'file is';
    return html`<p><strong>${clips.toLocaleString('en')} clips</strong>, ${voices},
      ${labels.length} labels: ${labels.join(', ')}.</p>
      ${
        problems.length > 0
          ? html`<details><summary>${problems.length} ${files} left out</summary>
            <ul>${problems.map(({ file, message }) => html`<li>${file}: ${message}</li>`)}</ul></details>`
          : ''
      }`;
  }

  #plan(catalogue: Catalogue, { conditions }: DataSummary): TemplateResult {
    const session = this.#session;
    const { choices, preview, isPreviewOld, isRunning, kept } = session.state;
    const card = preview?.recipe ?? undefined;
    const isReady = preview && preview.error === undefined && !isPreviewOld && !isRunning;
    const choose = ({ detail }: CustomEvent<Partial<Choices>>) => session.choose(detail);
    return html`
      <recipe-chooser ?disabled=${isRunning} .catalogue=${catalogue} .recipe=${choices.recipe}
        .card=${card} @choices=${choose}></recipe-chooser>
      <protocol-chooser ?disabled=${isRunning} .catalogue=${catalogue} .conditions=${conditions}
        .choices=${choices} .count=${preview?.folds ?? 0} @choices=${choose}></protocol-chooser>
      <run-options ?disabled=${isRunning} .choices=${choices} .card=${card}
        @choices=${choose}></run-options>
      <div aria-live="polite">${preview ? previewWords(preview) : ''}</div>
      <p class="start"><button class="primary" ?disabled=${!isReady}
        @click=${() => this.#follow(session.train())}>Start training</button>
        ${kept && !isRunning ? html`<span class="muted">It takes the place of the run above.</span>` : ''}</p>`;
  }

  async #follow(run: Promise<void>): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<KeptRunCard>('kept-run-card')?.focus();
    await run;
  }
}
customElements.define('train-view', TrainView);
