import { html, type TemplateResult } from 'lit';
import { GAIN } from './gain.ts';

/** What was measured, for each number of clips. */
export function gainTable(): TemplateResult {
  return html`<p>Of RAVDESS' clips of voices that the model had not heard before, the share that it names
    right, each emotion counting alike (UAR; chance is 0.125):</p>
  <div class="scroll" role="region" aria-label="What calibration gains" tabindex="0">
    <table>
      <thead><tr><th scope="col">Clips of the voice</th><th scope="col" class="number">UAR</th></tr>
      </thead>
      <tbody>
        ${row('none', GAIN.without)} ${GAIN.after.map(({ clips, uar }) => row(String(clips), uar))}
        ${row('all others of the voice', GAIN.all)}
      </tbody>
    </table>
  </div>`;
}

const row = (name: string, uar: number): TemplateResult =>
  html`<tr><th scope="row">${name}</th><td class="number">${uar.toFixed(3)}</td></tr>`;
