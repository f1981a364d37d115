import { html, type TemplateResult } from 'lit';
import cardUrl from '../../../../packages/ravdess-data/README.md?url';
import { binOf, type ScoreBin, SPEAKER } from '../parts/card-figures.ts';
import { percent } from '../parts/format.ts';

/** What a score is worth, as far as it was measured. */
export function trustPart(score: number): TemplateResult {
  return html`
    <h4>What the score is worth</h4>
    ${measured(SPEAKER.n, SPEAKER.calibration.calibrationError, SPEAKER.calibration.bins, score)}
    <p>That holds for actors who play emotions in a studio, in English. For other voices, rooms and
      languages a score is no probability of anything; the order of the emotions may still tell
      something. It never tells what somebody feels.</p>
    <p><a href=${cardUrl} target="_blank">The model's card</a> has what it was trained on, where it fails
      and for whom, and what noise and telephones cost. It opens as a text. The data are
      <a href="https://zenodo.org/records/1188976" target="_blank" rel="noreferrer">RAVDESS</a>.</p>
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
