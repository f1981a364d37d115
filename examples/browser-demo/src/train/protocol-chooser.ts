import type { ProtocolName } from '@ser/eval';
import {
  type CSSResultGroup,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { shared } from '../styles/shared.ts';
import { formStyles } from './form-styles.ts';
import { PROTOCOL_ORDER, PROTOCOL_WORDS } from './protocol-words.ts';
import type { Catalogue } from './work/catalogue.ts';
import type { Choices } from './work/choices.ts';

/** Which clips train, and which test. Sends `choices` with what changes. */
export class ProtocolChooser extends LitElement {
  static override properties: PropertyDeclarations = {
    disabled: { type: Boolean },
    catalogue: { attribute: false },
    conditions: { attribute: false },
    choices: { attribute: false },
    count: { type: Number },
  };
  static override styles: CSSResultGroup = [shared, formStyles];

  declare disabled: boolean;
  declare catalogue: Catalogue;
  /** Of the data. */
  declare conditions: readonly string[];
  declare choices: Choices;
  /** How many folds the protocol has with the data. */
  declare count: number;

  override render(): TemplateResult {
    const { protocol, fold, folds, condition } = this.choices;
    const { leaks } = this.catalogue.protocols.find(({ name }) => name === protocol) ?? {};
    const { conditions, count } = this;
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

  #chooseCondition({ target }: Event): void {
    this.#change({ condition: (target as HTMLSelectElement).value || null });
  }

  #change(detail: Partial<Choices>): void {
    this.dispatchEvent(new CustomEvent('choices', { detail }));
  }
}
customElements.define('protocol-chooser', ProtocolChooser);
