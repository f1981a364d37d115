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
import { meterStyles } from './meter-styles.ts';

/** A bar for each label, the highest first: `<score-bars .scores=${scores}>`. */
export class ScoreBars extends LitElement {
  static override properties: PropertyDeclarations = { scores: { attribute: false } };
  static override styles: CSSResultGroup = [
    shared,
    meterStyles,
    css`
      dl { display: grid; grid-template-columns: max-content 1fr max-content; gap: 0.2rem 0.75rem;
        margin: 0; max-inline-size: 34rem; align-items: center; }
      dt { display: flex; align-items: center; gap: 0.5rem; }
      dd { margin: 0; display: contents; }
      dt::before { content: ""; inline-size: 0.8rem; block-size: 0.8rem; border-radius: 50%;
        border: 1px solid var(--text); }
      .text { --bar: var(--text); }
      .neutral { --bar: var(--neutral); }
      .calm { --bar: var(--calm); }
      .happy { --bar: var(--happy); }
      .sad { --bar: var(--sad); }
      .angry { --bar: var(--angry); }
      .fearful { --bar: var(--fearful); }
      .disgust { --bar: var(--disgust); }
      .surprised { --bar: var(--surprised); }
      dt::before { background: var(--bar); }
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
            <meter class=${emotionToken(label)} min="0" max="1" value=${score} aria-label=${label}></meter>
            <span class="number">${percent(score)}</span>
          </dd>
        `,
      )}
    </dl>`;
  }
}
customElements.define('score-bars', ScoreBars);
