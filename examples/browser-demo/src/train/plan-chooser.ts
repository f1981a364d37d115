import type { ProtocolName } from '@ser/eval';
import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { shared } from '../styles/shared.ts';
import { PROTOCOL_ORDER, PROTOCOL_WORDS } from './protocol-words.ts';
import type { Catalogue, RecipeCard } from './work/catalogue.ts';
import type { Choices } from './work/choices.ts';
import type { DataSummary } from './work/data/data-summary.ts';
import type { Preview } from './work/preview.ts';

/** The value that stands for a file in the list of recipes. */
const OWN_FILE = '(file)';

/** Recipe, protocol and the rest. Sends `choices` with every change. */
export class PlanChooser extends LitElement {
  static override properties: PropertyDeclarations = {
    disabled: { type: Boolean },
    catalogue: { attribute: false },
    data: { attribute: false },
    choices: { attribute: false },
    preview: { attribute: false },
  };
  static override styles: CSSResultGroup = [
    shared,
    css`
      fieldset { border: 0; padding: 0; margin: 1.5rem 0 0; min-inline-size: 0; }
      legend { font-size: 1.15rem; font-weight: 700; padding: 0; margin-block-end: 0.25rem; }
      label { display: grid; grid-template-columns: minmax(0, auto); gap: 0.2rem; font-weight: 600;
        justify-items: start; max-inline-size: 100%; }
      label.check { display: flex; gap: 0.5rem; align-items: baseline; font-weight: 400; }
      select, input { max-inline-size: 100%; padding: 0.3rem; font-weight: 400;
        background: var(--surface); color: var(--text); border: 1px solid var(--line);
        border-radius: 0.4rem; min-block-size: 2.25rem; }
      input[type="checkbox"] { min-block-size: 0; }
      input[type="number"] { inline-size: 7rem; }
      .more { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: end; }
      summary { cursor: pointer; padding-block: 0.4rem; }
    `,
  ];

  declare disabled: boolean;
  declare catalogue: Catalogue;
  declare data: DataSummary;
  declare choices: Choices;
  declare preview: Preview | undefined;

  constructor() {
    super();
    this.disabled = false;
  }

  override render(): TemplateResult {
    return html`${this.#recipe()}${this.#protocol()}${this.#rest()}`;
  }

  #recipe(): TemplateResult {
    const { recipes } = this.catalogue;
    const { recipe } = this.choices;
    const own = 'file' in recipe ? recipe.file : undefined;
    const value = 'name' in recipe ? recipe.name : OWN_FILE;
    const card = this.preview?.recipe;
    const choose = ({ target }: Event) => {
      const { value: name } = target as HTMLSelectElement;
      if (name !== OWN_FILE) this.#change({ recipe: { name } });
    };
    return html`<fieldset ?disabled=${this.disabled}>
      <legend>2. Recipe</legend>
      <div class="more">
        <label>How the model is built and trained
          <select name="recipe" aria-describedby="about-recipe" @change=${choose}>
            ${recipes.map(({ name }) => html`<option .selected=${name === value}>${name}</option>`)}
            ${own === undefined ? '' : html`<option value=${OWN_FILE} selected>${own}</option>`}
          </select></label>
        <label>or a recipe of your own (JSON)
          <input type="file" name="recipe-file" accept=".json,application/json"
            @change=${this.#readRecipe}></label>
      </div>
      <p id="about-recipe">${card ? recipeWords(card) : ''}</p>
    </fieldset>`;
  }

  #protocol(): TemplateResult {
    const { protocol, fold, folds, condition } = this.choices;
    const { leaks } = this.catalogue.protocols.find(({ name }) => name === protocol) ?? {};
    const { conditions } = this.data;
    const count = this.preview?.folds ?? 0;
    const number = (event: Event) => Number((event.target as HTMLInputElement).value);
    return html`<fieldset ?disabled=${this.disabled}>
      <legend>3. Protocol</legend>
      <div class="more">
        <label>Which clips train and which test
          <select name="protocol" aria-describedby="about-protocol"
            @change=${({ target }: Event) =>
              this.#change({
                protocol: (target as HTMLSelectElement).value as ProtocolName,
                fold: 1,
              })}>
            ${PROTOCOL_ORDER.map(
              (name) => html`<option value=${name} .selected=${name === protocol}>
                ${PROTOCOL_WORDS[name].title} (${name})</option>`,
            )}
          </select></label>
        ${
          protocol === 'clip'
            ? html`<label>Folds <input type="number" name="folds" min="2" max="20" .value=${String(folds)}
                @change=${(e: Event) => this.#change({ folds: number(e), fold: 1 })}></label>`
            : ''
        }
        ${
          count > 1
            ? html`<label>Tested fold, of ${count}
                <input type="number" name="fold" min="1" max=${count} .value=${String(fold)}
                @change=${(e: Event) => this.#change({ fold: number(e) })}></label>`
            : ''
        }
        ${
          conditions.length > 1
            ? html`<label>Clips
                <select name="condition" @change=${this.#chooseCondition}>
                  <option value="" .selected=${condition === null}>${conditions.join(' and ')}</option>
                  ${conditions.map(
                    (name) =>
                      html`<option value=${name} .selected=${name === condition}>${name} alone</option>`,
                  )}
                </select></label>`
            : ''
        }
      </div>
      <p id="about-protocol">${PROTOCOL_WORDS[protocol].words}
        ${leaks ? html`<strong class="warning">This protocol leaks.</strong>` : ''}</p>
    </fieldset>`;
  }

  #rest(): TemplateResult {
    const { variants, epochs, seed, backend } = this.choices;
    const card = this.preview?.recipe;
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
        <p class="muted">The same seed gives the same weights, bit for bit, with WebAssembly in any
          browser and on the command line. A graphics card rounds in its own way.</p>
      </details>
    </fieldset>`;
  }

  #chooseCondition({ target }: Event): void {
    this.#change({ condition: (target as HTMLSelectElement).value || null });
  }

  async #readRecipe({ target }: Event): Promise<void> {
    const file = (target as HTMLInputElement).files?.[0];
    if (file) this.#change({ recipe: { file: file.name, text: await file.text() }, epochs: null });
  }

  #change(change: Partial<Choices>): void {
    const detail: Choices = { ...this.choices, ...change };
    this.dispatchEvent(new CustomEvent('choices', { detail }));
  }
}
customElements.define('plan-chooser', PlanChooser);

function recipeWords({ description, epochs, chosenOn }: RecipeCard): string {
  const sentence = `${description[0].toUpperCase()}${description.slice(1)}.`;
  const length = epochs === null ? 'It is fitted in one go.' : `At most ${epochs} epochs.`;
  const chosen = chosenOn && ` Its numbers were chosen on ${chosenOn}.`;
  return `${sentence} ${length}${chosen}`;
}
