import { type CSSResultGroup, css, html, LitElement, type TemplateResult } from 'lit';
import { shared } from '../styles/shared.ts';
import { keptVoice } from './kept-voice.ts';

/** Turns the kept voice on and off for all views. Where none is kept there is nothing to see. */
export class VoiceSwitch extends LitElement {
  static override styles: CSSResultGroup = [
    shared,
    css`
      label { display: inline-flex; gap: 0.5rem; align-items: center; min-block-size: 2.25rem; }
      input { inline-size: 1.25rem; block-size: 1.25rem; accent-color: var(--accent); margin: 0; }
    `,
  ];
  readonly #changed = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    keptVoice.addEventListener('change', this.#changed);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    keptVoice.removeEventListener('change', this.#changed);
  }

  override render(): TemplateResult {
    const { kept, isUsed } = keptVoice;
    if (!kept) return html``;
    return html`<label><input type="checkbox" .checked=${isUsed} @change=${this.#toggle}>
      Use my voice (calibrated with ${clips(kept.voice.n)})</label>`;
  }

  #toggle({ target }: Event): void {
    keptVoice.use((target as HTMLInputElement).checked);
  }
}
customElements.define('voice-switch', VoiceSwitch);

/** `1 clip`, `9 clips`. */
export const clips = (n: number): string => (n === 1 ? '1 clip' : `${n} clips`);
