import { html, type TemplateResult } from 'lit';
import '../parts/model-card.ts';
import { binOf, type ScoreBin, SPEAKER } from '../parts/card-figures.ts';
import { percent } from '../parts/format.ts';
import { cardWords } from './card-words.ts';

/** What an answer and its score are worth, as far as it was measured. */
export function trustPart(label: string, score: number): TemplateResult {
  return html`
    <h4>What the answer is worth</h4>
    ${measured(SPEAKER.n, SPEAKER.calibration.calibrationError, SPEAKER.calibration.bins, score)}
    <p>${cardWords(label)}</p>
    <p>All that holds for actors who play emotions in a studio, in English. For other voices, rooms and
      languages a score is no probability of anything; the order of the emotions may still tell
      something. It never tells what somebody feels.</p>
    <model-card></model-card>
    <p>The data are <a href="https://zenodo.org/records/1188976" target="_blank"
      rel="noreferrer">RAVDESS</a>, and this way to explain is
      <a href="https://arxiv.org/abs/1311.2901" target="_blank" rel="noreferrer">occlusion</a>.</p>
  `;
}

function measured(
  n: number,
  error: number,
  bins: readonly ScoreBin[],
  score: number,
): TemplateResult {
  const own = binOf(bins, score);
  return html`
    <p>A score of 70 % should be right seven times in ten. It was measured on
      ${n.toLocaleString('en')} clips of voices that the model had not heard: scores and how often they
      were right differ by ${(100 * error).toFixed(1)} points on average.
      ${
        own
          ? html`Of answers with a score like this one's, ${percent(score)},
            ${percent(own.accuracy)} were right.`
          : ''
      }</p>
    <details><summary>Scores and how often they were right</summary>
      <table>
        <thead><tr><th scope="col">Score</th><th scope="col" class="number">Clips</th>
          <th scope="col" class="number">Mean score</th><th scope="col" class="number">Right</th></tr>
        </thead>
        <tbody>${bins.map(
          (bin) => html`<tr>
            <th scope="row">${percent(bin.from)} to ${percent(bin.to)}${bin === own ? ', this one' : ''}</th>
            <td class="number">${bin.count}</td><td class="number">${percent(bin.score)}</td>
            <td class="number">${percent(bin.accuracy)}</td></tr>`,
        )}</tbody>
      </table>
    </details>
  `;
}
