import { html, type TemplateResult } from 'lit';
import { clock, percent } from '../parts/format.ts';
import type { Timeline } from '../recognition/analysis.ts';

/** More rows are read by nobody; the drawing and the exports have them all. */
const MOST_ROWS = 200;

/** The windows of a sound as a table, thinned out where there are many. */
export function windowsTable({ windows }: Timeline): TemplateResult {
  const every = Math.ceil(windows.length / MOST_ROWS);
  const shown = windows.filter((_, i) => i % every === 0);
  return html`<table>
    <thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col">Emotion</th>
      <th scope="col" class="number">Score</th><th scope="col">Next</th></tr></thead>
    <tbody>${shown.map(({ start, end, speech, scores: [first, second] }) => {
      const next = second ? `${second.label} ${percent(second.score)}` : '';
      return html`<tr><td class="number">${clock(start)}</td><td class="number">${clock(end)}</td>
        <td>${speech ? first?.label : 'no speech'}</td>
        <td class="number">${first ? percent(first.score) : ''}</td><td>${next}</td></tr>`;
    })}</tbody>
  </table>`;
}
