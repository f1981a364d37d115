import {
  type CSSResultGroup,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { shared } from '../styles/shared.ts';
import { formStyles } from './form-styles.ts';
import type { RecipeCard } from './work/catalogue.ts';
import type { Choices } from './work/choices.ts';

/** What few people need to choose. Sends `choices` with what changes. */
export class RunOptions extends LitElement {
  static override properties: PropertyDeclarations = {
    disabled: { type: Boolean },
    choices: { attribute: false },
    card: { attribute: false },
  };
  static override styles: CSSResultGroup = [shared, formStyles];

  declare disabled: boolean;
  declare choices: Choices;
  /** What is known of the recipe. */
  declare card: RecipeCard | undefined;

  override render(): TemplateResult {
    const { variants, epochs, seed, backend } = this.choices;
    const { card } = this;
    const text = (event: Event) => (event.target as HTMLInputElement).value;
    const hasGpu = 'gpu' in navigator;
    return html`<fieldset ?disabled=${this.disabled}>
      <legend class="visually-hidden">4. More</legend>
      <details>
        <summary>Epochs, seed, copies, and what computes</summary>
        <div class="more">
          ${
            card?.epochs === null
              ? ''
              : html`<label>Epochs at most
                <input type="number" name="epochs" min="1" max="1000" .value=${String(epochs ?? card?.epochs ?? '')}
                  @change=${(e: Event) => this.#change({ epochs: Number(text(e)) || null })}></label>`
          }
          <label>Seed
            <input type="number" name="seed" min="0" .value=${String(seed)}
              @change=${(e: Event) => this.#change({ seed: Number(text(e)) })}></label>
          <label>Computes
            <select name="backend" @change=${(e: Event) => this.#change({ backend: text(e) as Choices['backend'] })}>
              <option value="wasm" .selected=${backend === 'wasm'}>processor (WebAssembly)</option>
              <option value="webgpu" .selected=${backend === 'webgpu'} ?disabled=${!hasGpu}>
                graphics card (WebGPU)${hasGpu ? '' : ', not in this browser'}</option>
            </select></label>
          ${
            card && card.variants > 0
              ? html`<label class="check"><input type="checkbox" name="variants" .checked=${variants}
                  @change=${(e: Event) => this.#change({ variants: (e.target as HTMLInputElement).checked })}>
                Train on ${card.variants} changed ${card.variants > 1 ? 'copies' : 'copy'} of each clip too</label>`
              : ''
          }
        </div>
        <p class="muted">From the same table the same seed gives the same weights, bit for bit, with
          WebAssembly in any browser and on the command line. A graphics card rounds in its own way.</p>
      </details>
    </fieldset>`;
  }

  #change(detail: Partial<Choices>): void {
    this.dispatchEvent(new CustomEvent('choices', { detail }));
  }
}
customElements.define('run-options', RunOptions);
