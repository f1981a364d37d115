import type { RunSummary } from '@ser/experiment';
import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { download } from '../parts/download.ts';
import { percent } from '../parts/format.ts';
import { shared } from '../styles/shared.ts';
import './run-report.ts';
import { training } from './training.ts';

/** A finished run: its figures, its report, its files. */
export class RunResult extends LitElement {
  static override properties: PropertyDeclarations = {
    summary: { attribute: false },
    name: {},
    report: { state: true },
    error: { state: true },
  };
  static override styles: CSSResultGroup = [
    shared,
    css`
      .figures { font-size: 1.15rem; }
      code { overflow-wrap: anywhere; }
    `,
  ];

  declare summary: RunSummary;
  /** Of the files to download. */
  declare name: string;
  declare report: string;
  declare error: string;

  constructor() {
    super();
    this.name = 'run';
    this.report = '';
    this.error = '';
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('summary')) this.report = '';
  }

  override render(): TemplateResult {
    const { test, train, leaks, epochs, weightsSha256 } = this.summary;
    return html`
      <p class="figures"><strong>${percent(test.uar)}</strong> of the tested clips are right, all
        labels counted alike (UAR); ${percent(test.accuracy)} of all ${test.n}.</p>
      ${leaks ? html`<p class="warning">The protocol leaks: new recordings are recognised less often.</p>` : ''}
      <p class="muted">Of the clips that trained ${percent(train.uar)} are right.
        ${epochs === null ? '' : `It was trained for ${epochs} epochs.`}
        Weights: <code>${weightsSha256.slice(0, 16)}</code>.</p>
      <div class="row">
        <button class="primary" @click=${() => this.#try(() => this.#saveRun())}>Download the classifier (zip)</button>
        <button @click=${() => this.#try(() => this.#saveReport())}>Download the report</button>
        <button aria-expanded=${this.report !== ''} @click=${() => this.#try(() => this.#toggle())}>
          ${this.report ? 'Close the report' : 'Show the report'}</button>
      </div>
      ${this.error ? html`<p class="warning" role="alert">${this.error}</p>` : ''}
      <p class="muted">The zip is the folder that <code>ser train</code> writes. Unpacked,
        <code>ser predict voice.wav --model ${this.name}</code> uses it.</p>
      ${this.report ? html`<run-report .report=${this.report}></run-report>` : ''}
    `;
  }

  /** Another page may have deleted the run. */
  async #try(work: () => Promise<void>): Promise<void> {
    this.error = '';
    await work().catch((error: Error) => {
      this.error = error.message;
    });
  }

  async #saveRun(): Promise<void> {
    const bytes = await training().run('pack', null);
    download(`${this.name}.zip`, bytes, 'application/zip');
  }

  async #saveReport(): Promise<void> {
    download(`${this.name}.html`, await training().run('report', null), 'text/html');
  }

  async #toggle(): Promise<void> {
    this.report = this.report ? '' : await training().run('report', null);
  }
}
customElements.define('run-result', RunResult);
