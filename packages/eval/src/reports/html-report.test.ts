import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Prediction } from '../cross-validation/prediction.ts';
import { PROTOCOLS } from '../protocols/protocols.ts';
import { HISTORY, plotRun } from '../testing/plot-run.ts';
import { htmlReport } from './html-report.ts';
import type { ReportRun } from './report-run.ts';

const { labels, predictions, yTrue, yPred } = await plotRun();
const anonymous = predictions.map((prediction) => ({ ...prediction, speaker: '' }));
const run: ReportRun = { title: 'A & <b>', protocol: PROTOCOLS.speaker, labels, predictions };

/** The table cells of a page, row by row. */
function cellsOf(html: string): string[][] {
  return Array.from(parseHTML(html).document.querySelectorAll('tr'), (row) =>
    Array.from(row.children, (cell) => cell.textContent ?? ''),
  );
}

/** The row of a page whose first cell is `name`. */
function rowOf(html: string, name: string): string[] | undefined {
  return cellsOf(html).find(([first]) => first === name);
}

/** The prediction with a score for one more class. */
function padded(prediction: Prediction): Prediction {
  return { ...prediction, scores: [...prediction.scores, 0] };
}

const html = htmlReport({ ...run, history: HISTORY, config: { recipe: '<tim>', seed: 0 } });
const { document } = parseHTML(html);

describe('the page', () => {
  it('loads nothing and runs nothing', () => {
    expect(html).not.toMatch(/<script|<link|<img|src=|@import|url\(/i);
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  it('has six figures, each with a caption', () => {
    expect(document.querySelectorAll('svg')).toHaveLength(6);
    expect(document.querySelectorAll('figure figcaption')).toHaveLength(6);
  });

  it('has four tables, each with a name of its own', () => {
    const tables = [...document.querySelectorAll('table')].map((t) => t.getAttribute('aria-label'));
    expect(new Set(tables).size).toBe(4);
    expect(tables).not.toContain(null);
  });

  it('says what each header cell heads', () => {
    expect(document.querySelectorAll('th:not([scope])')).toHaveLength(0);
  });

  it('names its language', () => {
    expect(document.querySelector('html')?.getAttribute('lang')).toBe('en');
  });

  it('escapes what it is given', () => {
    expect(html).toContain('<h1>A &amp; &lt;b&gt;</h1>');
    expect(html).toContain('&lt;tim&gt;');
    expect(html).not.toContain('<tim>');
  });

  it('describes the protocol', () => {
    expect(html).toContain('<strong>speaker</strong>: folds of whole speakers;');
  });

  it('describes a protocol of your own', () => {
    const protocol = { name: 'a<b', description: 'half & half', leaks: false };
    const own = htmlReport({ ...run, protocol });
    expect(own).toContain('<strong>a&lt;b</strong>: half &amp; half.');
  });

  it('says when the scores leak', () => {
    expect(htmlReport({ ...run, protocol: PROTOCOLS.reference })).toContain('These scores leak');
  });

  it('does not say so of other protocols', () => {
    expect(html).not.toContain('These scores leak');
  });
});

describe('the scores', () => {
  it('hold the accuracy with its interval', () => {
    const right = yTrue.filter((label, i) => label === yPred[i]).length;
    const [, value, interval] = rowOf(html, 'Accuracy') ?? [];
    expect(value).toBe(`${((100 * right) / 1440).toFixed(1)} %`);
    expect(interval).toMatch(/^\d+\.\d % to \d+\.\d %$/);
  });

  it('average F1 over the classes that occur, whatever else `labels` names', () => {
    const seen = predictions.filter(({ fold }) => fold === 1);
    const report = htmlReport({ ...run, predictions: seen });
    const more = htmlReport({
      ...run,
      labels: [...labels, 'bored'],
      predictions: seen.map(padded),
    });
    expect(rowOf(more, 'Macro F1')).toEqual(rowOf(report, 'Macro F1'));
  });

  it('hold the mean of the folds and their deviation', () => {
    expect(rowOf(html, 'UAR, mean of 5 runs')).toBeDefined();
    expect(rowOf(html, 'its deviation over folds')).toBeDefined();
  });

  it('hold nothing of seeds where there is one', () => {
    expect(rowOf(html, 'its deviation over seeds')).toBeUndefined();
    expect(rowOf(html, 'Predictions for them')).toBeUndefined();
  });

  const again = predictions.map((prediction) => ({ ...prediction, seed: 1 }));
  const twice = {
    ...run,
    predictions: [...anonymous, ...again.map((p) => ({ ...p, speaker: '' }))],
  };

  it('count a clip once, however many seeds it was tested with', () => {
    expect(rowOf(htmlReport(twice), 'Clips tested')?.[1]).toBe('1440');
    expect(rowOf(htmlReport(twice), 'Predictions for them')?.[1]).toBe('2880');
  });

  it('hold the deviation over seeds', () => {
    expect(rowOf(htmlReport(twice), 'its deviation over seeds')?.[1]).toBe('0.0 %');
  });

  it('take the same answers twice for no more evidence than once', () => {
    const once = htmlReport({ ...run, predictions: anonymous });
    expect(rowOf(htmlReport(twice), 'Accuracy')).toEqual(rowOf(once, 'Accuracy'));
  });
});

describe('the speakers', () => {
  it('are what intervals are drawn over', () => {
    expect(html).toContain('interval over speakers');
  });

  it('have a section', () => {
    expect(html).toContain('<h2>Speakers</h2>');
  });

  it('are left out where they are not known', () => {
    const unknown = htmlReport({ ...run, predictions: anonymous });
    expect(unknown).not.toContain('over speakers');
    expect(unknown).not.toContain('<h2>Speakers</h2>');
  });

  it('count as one where only some are unknown', () => {
    const some = predictions.map((p) => (p.fold === 1 ? { ...p, speaker: '' } : p));
    expect(htmlReport({ ...run, predictions: some })).toContain('unknown: ');
  });

  it('have no interval where there is one', () => {
    const one = predictions.filter(({ speaker }) => speaker === '02');
    expect(rowOf(htmlReport({ ...run, predictions: one }), 'Accuracy')?.[2]).toBe('');
  });
});

describe('htmlReport', () => {
  it('makes do with one clip', () => {
    expect(htmlReport({ ...run, predictions: predictions.slice(0, 1) })).toContain('100.0 %');
  });

  it('refuses no predictions', () => {
    expect(() => htmlReport({ ...run, predictions: [] })).toThrow('one or more, got 0');
  });
});
