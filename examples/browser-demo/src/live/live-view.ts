import { type CSSResultGroup, html, LitElement, type TemplateResult } from 'lit';
import { shared } from '../styles/shared.ts';

/** The microphone, as it is heard. */
export class LiveView extends LitElement {
  static override styles: CSSResultGroup = shared;

  override render(): TemplateResult {
    return html`<h1>Live</h1><p>The microphone, as it is heard.</p>`;
  }
}
customElements.define('live-view', LiveView);
