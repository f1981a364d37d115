import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { soundInputOf } from '../files/sound-input-of.ts';
import { colourOf } from '../parts/emotions.ts';
import { percent } from '../parts/format.ts';
import type { Explanation } from '../recognition/explain/explanation.ts';
import { recognition } from '../recognition/recognition.ts';
import { shared } from '../styles/shared.ts';
import { drawParts } from './draw-parts.ts';
import { hertz, whyWords } from './why-words.ts';

/** Why a short sound got its answer: the parts without which the answer would be another. */
export class WhyPanel extends LitElement {
  static override properties: PropertyDeclarations = {
    file: { attribute: false },
    label: { attribute: false },
    explanation: { state: true },
    words: { state: true },
  };
  static override styles: CSSResultGroup = [
    shared,
    css`
      summary { cursor: pointer; padding-block: 0.3rem; }
      .times { display: grid; grid-template-columns: 5.5rem 1fr; gap: 0.5rem; }
      .label { font-size: 0.85rem; color: var(--muted); text-align: end; align-self: center; }
      canvas { inline-size: 100%; block-size: 4rem; background: var(--surface); }
      @media (max-width: 40rem) { .times { grid-template-columns: 4.6rem 1fr; } }
      @media (forced-colors: active) { canvas { forced-color-adjust: none; border: 1px solid CanvasText; } }
    `,
  ];

  declare file: File;
  declare label: string;
  declare explanation: Explanation | undefined;
  declare words: string;
  #abort = new AbortController();

  constructor() {
    super();
    this.explanation = undefined;
    this.words = '';
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.get('file') === undefined) return;
    this.#abort.abort();
    this.explanation = undefined;
    this.words = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
  }

  override render(): TemplateResult {
    return html`<details @toggle=${this.#toggle} .open=${this.words !== ''}>
      <summary>Why ${this.label}?</summary>
      <p aria-live="polite">${this.words}</p>
      ${this.explanation ? this.#parts(this.explanation) : ''}
    </details>`;
  }

  override updated(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (!canvas || !this.explanation) return;
    drawParts(canvas, this.explanation.times, this.explanation.score, {
      up: colourOf(this, 'accent'),
      down: colourOf(this, 'warning'),
      line: colourOf(this, 'line'),
    });
  }

  #parts({ label, score, bands }: Explanation): TemplateResult {
    return html`
      <div class="times">
        <div class="label">Needed ▲ against ▼</div>
        <canvas role="img" aria-label="How much each part of the time speaks for ${label}"></canvas>
      </div>
      <div class="scroll" role="region" aria-label="Bands" tabindex="0"><table>
        <thead><tr><th scope="col">Without the band</th>
          <th scope="col" class="number">Score of ${label}</th>
          <th scope="col" class="number">Change</th></tr></thead>
        <tbody>${bands.map((band) => {
          const change = Math.round(100 * (band.score - score));
          return html`<tr><td>${hertz(band.start)} to ${hertz(band.end)}</td>
            <td class="number">${percent(band.score)}</td>
            <td class="number">${change > 0 ? '+' : change < 0 ? '−' : ''}${Math.abs(change)}</td></tr>`;
        })}</tbody>
      </table></div>
      <p class="muted">Each part is taken down by 40 dB, one at a time, and the rest is heard again.
        It shows what this model listens to, not what makes people sound as they do.</p>
    `;
  }

  async #toggle({ target }: Event): Promise<void> {
    if (!(target as HTMLDetailsElement).open || this.words !== '') return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.words = 'Taking it apart…';
    try {
      const { input, transfer } = await soundInputOf(this.file, recognition(), signal);
      const asked = { sound: input, label: this.label };
      this.explanation = await recognition().run('explain', asked, { signal, transfer });
      this.words = whyWords(this.explanation);
    } catch (error) {
      if (!signal.aborted) this.words = error instanceof Error ? error.message : String(error);
    }
  }
}
customElements.define('why-panel', WhyPanel);
