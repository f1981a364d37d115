import { type CSSResultGroup, html, LitElement, type TemplateResult } from 'lit';
import { shared } from '../styles/shared.ts';

/** Half a minute of reading calibrates the recogniser to you. */
export class VoiceView extends LitElement {
  static override styles: CSSResultGroup = shared;

  override render(): TemplateResult {
    return html`<h1>Your voice</h1><p>Half a minute of reading calibrates the recogniser to you.</p>`;
  }
}
customElements.define('voice-view', VoiceView);
