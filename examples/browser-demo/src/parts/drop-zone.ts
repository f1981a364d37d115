import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { shared } from '../styles/shared.ts';
import { filesOfDrop } from './picked-files.ts';

/** A place to drop files and folders on. Sends `files` with what was dropped. */
export class DropZone extends LitElement {
  static override properties: PropertyDeclarations = {
    disabled: { type: Boolean },
    isOver: { state: true },
  };
  static override styles: CSSResultGroup = [
    shared,
    css`
      .zone { border: 2px dashed var(--line); border-radius: var(--radius); padding: 1rem 1.25rem;
        background: var(--raised); }
      .over { border-style: solid; border-color: var(--accent); }
    `,
  ];

  declare disabled: boolean;
  declare isOver: boolean;

  constructor() {
    super();
    this.disabled = false;
    this.isOver = false;
    this.addEventListener('dragover', (event) => this.#over(event));
    this.addEventListener('dragleave', () => {
      this.isOver = false;
    });
    this.addEventListener('drop', (event) => void this.#drop(event));
  }

  override render(): TemplateResult {
    return html`<div class="zone ${this.isOver ? 'over' : ''}"><slot></slot></div>`;
  }

  #over(event: DragEvent): void {
    event.preventDefault();
    this.isOver = !this.disabled;
  }

  async #drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    this.isOver = false;
    if (!event.dataTransfer || this.disabled) return;
    const detail = await filesOfDrop(event.dataTransfer);
    this.dispatchEvent(new CustomEvent('files', { detail }));
  }
}
customElements.define('drop-zone', DropZone);
