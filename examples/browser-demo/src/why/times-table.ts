import { html, type TemplateResult } from 'lit';
import { clock, percent } from '../parts/format.ts';
import type { WithoutTime } from './explanation.ts';
import { changeWords } from './why-words.ts';

/** What the answer would be without each stretch. */
export function timesTable(score: number, times: readonly WithoutTime[]): TemplateResult {
  return html`<div class="scroll" role="region" aria-label="Without each stretch" tabindex="0"><table>
    <thead><tr><th scope="col">Without</th><th scope="col">The score</th>
      <th scope="col" class="number">to</th><th scope="col">Answer</th></tr></thead>
    <tbody>${times.map(
      (time) => html`<tr><th scope="row">${clock(time.start)} to ${clock(time.end)}</th>
        <td>${changeWords(score, time)}</td><td class="number">${percent(time.score)}</td>
        <td>${time.label}</td></tr>`,
    )}</tbody>
  </table></div>`;
}
