import type { EpochLogs } from '@ser/model';
import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { percent } from '../parts/format.ts';
import { shared } from '../styles/shared.ts';
import './learning-curve.ts';
import { type RunningState, stageWords, timeLeft } from './running-state.ts';

/** How a run goes: its stage, a bar, the curves. Sends `stop`. */
export class ProgressPanel extends LitElement {
  static override properties: PropertyDeclarations = {
    state: { attribute: false },
    history: { attribute: false },
    running: { type: Boolean },
    fleeting: { type: Boolean },
  };
  static override styles: CSSResultGroup = [
    shared,
    css`
      .curves { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); }
      .stage { font-weight: 600; }
      ul { overflow-wrap: anywhere; padding-inline-start: 1.25rem; }
    `,
  ];

  declare state: RunningState;
  declare history: readonly EpochLogs[];
  declare running: boolean;
  /** Whether what is done is gone with the page. */
  declare fleeting: boolean;

  override render(): TemplateResult {
    const { stage, share, detail, problems } = this.state;
    return html`
      ${
        this.running
          ? html`<p class="stage" role="status">${stageWords(stage)}</p>
            <progress max="1" .value=${share} aria-label=${stageWords(stage)}></progress>
            <p class="muted">${detail} ${timeLeft(this.state, performance.now())}</p>
            ${
              stage === 'score'
                ? ''
                : html`<p><button @click=${() => this.dispatchEvent(new Event('stop'))}>Stop</button>
                  <span class="muted">What is done is kept${this.fleeting ? ' while this tab is open' : ''}, and you can go on later.</span></p>`
            }`
          : ''
      }
      ${
        problems.length > 0
          ? html`<details open><summary>${problems.length}
            ${problems.length > 1 ? 'recordings are' : 'recording is'} left out or doubtful</summary>
            <ul>${problems.map(({ file, message }) => html`<li>${file}: ${message}</li>`)}</ul></details>`
          : ''
      }
      ${this.history.length > 0 ? this.#curves() : ''}
    `;
  }

  #curves(): TemplateResult {
    const { history } = this;
    const share = (value: number | undefined) => (value === undefined ? '' : percent(value));
    return html`<div class="curves">
        <learning-curve figure="loss" .history=${history}></learning-curve>
        <learning-curve figure="accuracy" .history=${history}></learning-curve>
      </div>
      <details><summary>The curves as a table</summary>
        <div class="scroll" role="region" aria-label="Figures of each epoch" tabindex="0"><table>
          <thead><tr><th scope="col">Epoch</th><th scope="col" class="number">Loss</th>
            <th scope="col" class="number">Accuracy</th><th scope="col" class="number">Validation loss</th>
            <th scope="col" class="number">Validation accuracy</th></tr></thead>
          <tbody>${history.map(
            (logs) => html`<tr><th scope="row">${logs.epoch + 1}</th>
              <td class="number">${logs.loss.toFixed(3)}</td><td class="number">${share(logs.accuracy)}</td>
              <td class="number">${logs.valLoss?.toFixed(3) ?? ''}</td>
              <td class="number">${share(logs.valAccuracy)}</td></tr>`,
          )}</tbody></table></div></details>`;
  }
}
customElements.define('progress-panel', ProgressPanel);
