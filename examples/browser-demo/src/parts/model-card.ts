import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import cardUrl from '../../../../packages/ravdess-data/README.md?url';
import { shared } from '../styles/shared.ts';
import { complaintOf } from './complaint-of.ts';

/** What stands before the text of a card, for machines: data in YAML, and a comment. */
const HEAD = /^---\n[\s\S]*?\n---\s*(<!--[\s\S]*?-->\s*)?/;

/** The model's card as a text. It is read when it is opened. */
export class ModelCard extends LitElement {
  static override properties: PropertyDeclarations = { text: { state: true } };
  static override styles: CSSResultGroup = [
    shared,
    css`
      pre { max-block-size: 32rem; overflow: auto; margin: 0; padding: 0.75rem; font-size: 0.85rem;
        white-space: pre-wrap; overflow-wrap: anywhere;
        background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
    `,
  ];

  declare text: string;

  constructor() {
    super();
    this.text = '';
  }

  override render(): TemplateResult {
    return html`<details @toggle=${this.#read}>
      <summary>The model's card: what it learnt from, where it fails and for whom, what noise and
        telephones cost</summary>
      <pre tabindex="0" role="region" aria-label="The model's card">${this.text}</pre>
    </details>`;
  }

  async #read(): Promise<void> {
    if (this.text) return;
    try {
      this.text = (await (await fetch(cardUrl)).text()).replace(HEAD, '');
    } catch (error) {
      this.text = complaintOf(error);
    }
  }
}
customElements.define('model-card', ModelCard);
