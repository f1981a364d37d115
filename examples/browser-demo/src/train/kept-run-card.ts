import {
  type CSSResultGroup,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { shared } from '../styles/shared.ts';
import './progress-panel.ts';
import './run-result.ts';
import type { TrainState } from './train-session.ts';
import type { KeptRun } from './work/kept-run.ts';

/** The run that goes on, or the one that is kept. Sends `stop`, `resume` and `forget`. */
export class KeptRunCard extends LitElement {
  static override properties: PropertyDeclarations = { state: { attribute: false } };
  static override styles: CSSResultGroup = shared;

  declare state: TrainState;

  override render(): TemplateResult {
    const { kept, keeping, isRunning, progress, history, runError } = this.state;
    const where = keeping === 'device' ? 'is kept here' : 'is in this tab';
    const name = kept ? `: ${kept.recipe}, ${kept.protocol}` : '';
    return html`<section class="card" aria-labelledby="run">
      <h2 id="run" tabindex="-1">${isRunning ? 'This run' : `The run that ${where}`}${name}</h2>
      ${kept ? html`<p class="muted">Seed ${kept.seed}, fold ${kept.fold}, on ${kept.data}.</p>` : ''}
      ${runError ? html`<p class="warning" role="alert">${runError}</p>` : ''}
      <progress-panel .state=${progress} .history=${history} ?running=${isRunning}
        ?fleeting=${keeping !== 'device'}
        @stop=${() => this.#tell('stop')}></progress-panel>
      ${kept && !isRunning ? this.#ended(kept) : ''}
    </section>`;
  }

  /** Puts the focus on what was started, which stands far above the button that started it. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#run')?.focus();
  }

  #ended(kept: KeptRun): TemplateResult {
    const { summary, epochs, history } = kept;
    const done = epochs > 0 ? ` ${history.length} of at most ${epochs} epochs are done.` : '';
    return html`${
      summary
        ? html`<run-result .summary=${summary} name=${runName(kept)}></run-result>`
        : html`<p>It has not ended.${done}</p>
          <p><button class="primary" @click=${() => this.#tell('resume')}>Go on</button></p>`
    }
    <p><button @click=${() => this.#tell('forget')}>Delete it, and all features that are kept</button></p>`;
  }

  #tell(type: string): void {
    this.dispatchEvent(new Event(type));
  }
}
customElements.define('kept-run-card', KeptRunCard);

function runName({ recipe, protocol, fold, seed }: KeptRun): string {
  const name = `${recipe}-${protocol}${fold > 1 ? `-fold${fold}` : ''}-seed${seed}`;
  return name.replace(/[^\w.-]+/g, '-');
}
