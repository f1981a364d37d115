import type { LabelScore } from '@ser/recognizer';
import {
  type CSSResultGroup,
  css,
  html,
  LitElement,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { shared } from '../styles/shared.ts';
import { emotionToken } from './emotions.ts';
import { percent } from './format.ts';

/** A bar for each label, the highest first: `<score-bars .scores=${scores}>`. */
export class ScoreBars extends LitElement {
  static override properties: PropertyDeclarations = { scores: { attribute: false } };
  static override styles: CSSResultGroup = [
    shared,
    css`
      dl { display: grid; grid-template-columns: max-content 1fr max-content; gap: 0.2rem 0.75rem;
        margin: 0; max-inline-size: 34rem; align-items: center; }
      dt { display: flex; align-items: center; gap: 0.5rem; }
      dd { margin: 0; display: contents; }
      meter { inline-size: 100%; block-size: 1rem; }
      dt::before { content: ""; inline-size: 0.8rem; block-size: 0.8rem; border-radius: 50%;
        background: var(--text); border: 1px solid var(--text); }
      ${css`
        .neutral::before { background: var(--neutral); }
        .calm::before { background: var(--calm); }
        .happy::before { background: var(--happy); }
        .sad::before { background: var(--sad); }
        .angry::before { background: var(--angry); }
        .fearful::before { background: var(--fearful); }
        .disgust::before { background: var(--disgust); }
        .surprised::before { background: var(--surprised); }
      `}
    `,
  ];

  declare scores: readonly LabelScore[];

  constructor() {
    super();
    this.scores = [];
  }

  override render(): TemplateResult {
    return html`<dl>
      ${this.scores.map(
        ({ label, score }) => html`
          <dt class=${emotionToken(label)}>${label}</dt>
          <dd>
            <meter min="0" max="1" value=${score} aria-label=${label}></meter>
            <span class="number">${percent(score)}</span>
          </dd>
        `,
      )}
    </dl>`;
  }
}
customElements.define('score-bars', ScoreBars);
