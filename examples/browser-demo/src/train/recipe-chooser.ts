import {
  type CSSResultGroup,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { shared } from '../styles/shared.ts';
import { formStyles } from './form-styles.ts';
import type { Catalogue, RecipeCard } from './work/catalogue.ts';
import type { Choices } from './work/choices.ts';

/** The value that stands for a file in the list of recipes. */
const OWN_FILE = '(file)';

/** A recipe of the catalogue, or a file. Sends `choices` with what changes. */
export class RecipeChooser extends LitElement {
  static override properties: PropertyDeclarations = {
    disabled: { type: Boolean },
    catalogue: { attribute: false },
    recipe: { attribute: false },
    card: { attribute: false },
  };
  static override styles: CSSResultGroup = [shared, formStyles];

  declare disabled: boolean;
  declare catalogue: Catalogue;
  declare recipe: Choices['recipe'];
  /** What is known of the recipe. */
  declare card: RecipeCard | undefined;

  override render(): TemplateResult {
    const { recipes } = this.catalogue;
    const { recipe, card } = this;
    const own = 'file' in recipe ? recipe.file : undefined;
    const value = 'name' in recipe ? recipe.name : OWN_FILE;
    const choose = ({ target }: Event) => {
      const { value: name } = target as HTMLSelectElement;
      if (name !== OWN_FILE) this.#change({ recipe: { name }, epochs: null });
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

  async #readRecipe({ target }: Event): Promise<void> {
    const file = (target as HTMLInputElement).files?.[0];
    if (file) this.#change({ recipe: { file: file.name, text: await file.text() }, epochs: null });
  }

  #change(detail: Partial<Choices>): void {
    this.dispatchEvent(new CustomEvent('choices', { detail }));
  }
}
customElements.define('recipe-chooser', RecipeChooser);

function recipeWords({ description, epochs, chosenOn }: RecipeCard): string {
  const sentence = `${description[0].toUpperCase()}${description.slice(1)}.`;
  const length = epochs === null ? 'It is fitted in one go.' : `At most ${epochs} epochs.`;
  const chosen = chosenOn && ` Its numbers were chosen on ${chosenOn}.`;
  return `${sentence} ${length}${chosen}`;
}
