import { type CSSResultGroup, html, LitElement, type TemplateResult } from 'lit';
import { shared } from '../styles/shared.ts';

/** Training on this device. */
export class TrainView extends LitElement {
  static override styles: CSSResultGroup = shared;

  override render(): TemplateResult {
    return html`<h1>Train</h1><p>Training on this device.</p>`;
  }
}
customElements.define('train-view', TrainView);
