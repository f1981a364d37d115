import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Prediction } from '../cross-validation/prediction.ts';
import { accuracyScore } from '../metrics/accuracy-score.ts';
import { PROTOCOLS } from '../protocols/protocols.ts';
import { bootstrapInterval } from '../statistics/bootstrap-interval.ts';
import { HISTORY, LABELS, PREDICTIONS } from '../testing/plot-run.ts';
import { htmlReport } from './html-report.ts';
import type { ReportRun } from './report-run.ts';

const run: ReportRun = {
  title: 'A & <b>',
  protocol: PROTOCOLS.speaker,
  labels: LABELS,
  predictions: PREDICTIONS,
};
const ofSeed0 = PREDICTIONS.filter(({ seed }) => seed === 0);
const nameless = (predictions: readonly Prediction[]): Prediction[] =>
  predictions.map((prediction) => ({ ...prediction, speaker: '' }));

/** The cells of the table of a name, row by row. */
function tableOf(html: string, name: string): string[][] {
  const table = parseHTML(html).document.querySelector(`table[aria-label="${name}"]`);
  return Array.from(table?.querySelectorAll('tr') ?? [], (row) =>
    Array.from(row.children, (cell) => cell.textContent ?? ''),
  );
}

/** The row of the scores whose first cell is `name`. */
function scoreOf(html: string, name: string): string[] | undefined {
  return tableOf(html, 'Scores').find(([first]) => first === name);
}

/** The sections, by their headings, as text. */
function sectionsOf(html: string): Record<string, Element> {
  const all = [...parseHTML(html).document.querySelectorAll('section')];
  return Object.fromEntries(all.map((each) => [each.querySelector('h2')?.textContent ?? '', each]));
}

/** What the figures of a section show, for screen readers. */
function figuresOf(section: Element): string[] {
  return Array.from(section.querySelectorAll('svg'), (svg) => svg.getAttribute('aria-label') ?? '');
}

const config = { recipe: '<tim>', seed: 0, augmented: false };
const html = htmlReport({ ...run, history: HISTORY, config });
const { document } = parseHTML(html);

describe('the page', () => {
  it('loads nothing and runs nothing', () => {
    expect(html).not.toMatch(/<script|<link|<img|src=|@import|url\(/i);
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  it('has its sections in order', () => {
    expect(Object.keys(sectionsOf(html))).toEqual([
      'Scores',
      'Classes',
      'Confusions',
      'Speakers',
      'ROC',
      'Calibration',
      'Training',
      'How it was made',
    ]);
  });

  it('has a caption under each figure', () => {
    const captions = [...document.querySelectorAll('figure')].map((figure) => [
      figure.querySelectorAll('svg').length,
      figure.querySelector('figcaption')?.textContent,
    ]);
    expect(captions).toEqual([
      [1, 'Counts, and parts of the true class.'],
      [1, 'Dashed: the mean.'],
      [1, 'Above each panel the area.'],
      [
        1,
        'Bars: how often right, with the number of clips. Points: how sure. ' +
          'A perfectly calibrated classifier lies on the dashed line.',
      ],
      [1, 'loss by epoch'],
      [1, 'accuracy by epoch'],
    ]);
  });

  it('says what each header cell heads', () => {
    expect(document.querySelectorAll('th:not([scope])')).toHaveLength(0);
    expect(document.querySelectorAll('thead th:not([scope="col"])')).toHaveLength(0);
    expect(document.querySelectorAll('tbody th:not([scope="row"])')).toHaveLength(0);
  });

  it('names its language', () => {
    expect(document.querySelector('html')?.getAttribute('lang')).toBe('en');
  });

  it('has its title on top and in the tab, escaped', () => {
    expect(html).toContain('<h1>A &amp; &lt;b&gt;</h1>');
    expect(html).toContain('<title>A &amp; &lt;b&gt;</title>');
  });

  it("has the figures' colours, light and dark", () => {
    const [style] = [...document.querySelectorAll('style')].map((each) => each.textContent ?? '');
    const [light, dark] = style.split('@media (prefers-color-scheme: dark)');
    const of = (part: string): string[] =>
      ['ink', 'paper'].map((name) => new RegExp(`--${name}: (#\\w+)`).exec(part)?.[1] ?? '');
    expect(of(light)).toEqual(['#1b1c20', '#fff']);
    expect(of(dark)).toEqual(['#e8e9ed', '#16181d']);
    const scheme = document.querySelector('meta[name="color-scheme"]');
    expect(scheme?.getAttribute('content')).toBe('light dark');
  });

  it('is as wide as a phone, and its letters are UTF-8', () => {
    const viewport = document.querySelector('meta[name="viewport"]');
    expect(viewport?.getAttribute('content')).toBe('width=device-width, initial-scale=1');
    expect(document.querySelector('meta[charset="utf-8"]')).not.toBeNull();
    expect(html).toMatch(/^<!doctype html>\n/);
  });

  it('lets wide tables and figures scroll, and wraps prose', () => {
    const wrappers = [...document.querySelectorAll('table')].map(
      (table) => table.parentElement?.className,
    );
    expect(wrappers).toEqual([
      'scroll numbers',
      'scroll numbers',
      'scroll numbers',
      'scroll prose',
    ]);
    for (const svg of document.querySelectorAll('svg')) {
      expect(svg.parentElement?.className).toBe('scroll');
    }
  });

  it('describes the protocol', () => {
    expect(html).toContain(
      '<p>Protocol <strong>speaker</strong>: ' +
        'folds of whole speakers; no tested speaker was heard in training.</p>',
    );
  });

  it('describes a protocol of your own', () => {
    const protocol = { name: 'a<b', description: 'half & half', leaks: false };
    const own = htmlReport({ ...run, protocol });
    expect(own).toContain('<strong>a&lt;b</strong>: half &amp; half.');
  });

  it('says nothing of a protocol that it is not told', () => {
    expect(htmlReport({ ...run, protocol: undefined })).not.toContain('Protocol');
  });

  it('says when the scores leak', () => {
    const leaking = htmlReport({ ...run, protocol: PROTOCOLS.reference });
    const note = parseHTML(leaking).document.querySelector('.warning[role="note"]');
    expect(note?.textContent).toBe(
      'These scores leak. Variants of the tested clips were trained on; ' +
        'new recordings will be recognised less often.',
    );
  });

  it('does not say so of other protocols', () => {
    expect(html).not.toContain('These scores leak');
  });
});

// scikit-learn's scores of the predictions; the deviations are numpy's, with n - 1.
describe('the scores', () => {
  it('are those of all predictions, with intervals over speakers', () => {
    expect(tableOf(html, 'Scores')).toEqual([
      ['score', 'value', '95 % interval over speakers'],
      ['Clips tested', '24', ''],
      ['Predictions for them', '48', ''],
      ['Accuracy', '77.1 %', '62.5 % to 95.8 %'],
      ['Balanced accuracy (UAR)', '81.0 %', '73.6 % to 94.4 %'],
      ['Macro F1', '76.9 %', '62.2 % to 93.9 %'],
      ['Cohen’s kappa', '0.664', ''],
      ['True class among the first two', '85.4 %', ''],
      ['Log loss (nats)', '0.810', ''],
      ['Calibration error', '28.5 %', ''],
      ['UAR, mean of 4 runs', '81.3 %', ''],
      ['its deviation over folds', '8.9 %', ''],
      ['its deviation over seeds', '4.9 %', ''],
    ]);
  });

  /** The interval of the accuracy over other groups than the page's. */
  const intervalOver = (groups: string[]): string => {
    const pick = (key: 'truth' | 'predicted', indices: number[]): string[] =>
      indices.map((i) => PREDICTIONS[i][key]);
    const { low, high } = bootstrapInterval(
      PREDICTIONS.length,
      (indices) => accuracyScore(pick('truth', indices), pick('predicted', indices)),
      { groups },
    );
    return `${(100 * low).toFixed(1)} % to ${(100 * high).toFixed(1)} %`;
  };
  const clips = PREDICTIONS.map(({ clip }) => clip);

  it('have intervals over speakers, where those are known', () => {
    const speakers = PREDICTIONS.map(({ speaker }) => speaker);
    expect(scoreOf(html, 'Accuracy')?.[2]).toBe(intervalOver(speakers));
    expect(intervalOver(speakers)).not.toBe(intervalOver(clips));
  });

  const unknown = htmlReport({ ...run, predictions: nameless(PREDICTIONS) });

  it('have intervals over clips, each with all its predictions, where no speaker is known', () => {
    expect(tableOf(unknown, 'Scores')[0]).toEqual(['score', 'value', '95 % interval']);
    expect(scoreOf(unknown, 'Accuracy')?.[2]).toBe(intervalOver(clips));
    const each = PREDICTIONS.map((_, i) => `${i}`);
    expect(intervalOver(clips)).not.toBe(intervalOver(each));
  });

  it('take the same answers twice for no more evidence than once', () => {
    const again = ofSeed0.map((prediction) => ({ ...prediction, seed: 1 }));
    const twice = htmlReport({ ...run, predictions: nameless([...ofSeed0, ...again]) });
    const once = htmlReport({ ...run, predictions: nameless(ofSeed0) });
    expect(scoreOf(twice, 'Accuracy')).toEqual(scoreOf(once, 'Accuracy'));
    expect(scoreOf(twice, 'its deviation over seeds')?.[1]).toBe('0.0 %');
  });

  it('average F1 over the classes that occur, whatever else `labels` names', () => {
    const padded = PREDICTIONS.map((p) => ({ ...p, scores: [...p.scores, 0] }));
    const more = htmlReport({ ...run, labels: [...LABELS, 'bored'], predictions: padded });
    expect(scoreOf(more, 'Macro F1')).toEqual(scoreOf(html, 'Macro F1'));
  });

  it('hold nothing of seeds where there is one', () => {
    const names = tableOf(htmlReport({ ...run, predictions: ofSeed0 }), 'Scores').map(([n]) => n);
    expect(names).toContain('UAR, mean of 2 runs');
    expect(names).toContain('its deviation over folds');
    expect(names).not.toContain('its deviation over seeds');
    expect(names).not.toContain('Predictions for them');
  });

  it('hold nothing of folds where there is one', () => {
    const predictions = PREDICTIONS.filter(({ fold }) => fold === 1);
    const names = tableOf(htmlReport({ ...run, predictions }), 'Scores').map(([name]) => name);
    expect(names).toContain('UAR, mean of 2 runs');
    expect(names).not.toContain('its deviation over folds');
    expect(names).toContain('its deviation over seeds');
  });

  it('hold no mean of a single run', () => {
    const predictions = ofSeed0.filter(({ fold }) => fold === 1);
    const names = tableOf(htmlReport({ ...run, predictions }), 'Scores').map(([name]) => name);
    expect(names.at(-1)).toBe('Calibration error');
  });
});

describe('the classes', () => {
  it('have their scores', () => {
    expect(tableOf(html, 'Scores of each class')).toEqual([
      ['class', 'precision', 'recall', 'F1', 'predictions'],
      ['calm', '100.0 %', '50.0 %', '0.667', '20'],
      ['happy', '65.0 %', '92.9 %', '0.765', '14'],
      ['sad', '77.8 %', '100.0 %', '0.875', '14'],
    ]);
  });

  it('count clips where each has one prediction', () => {
    const once = htmlReport({ ...run, predictions: ofSeed0 });
    const table = tableOf(once, 'Scores of each class');
    expect(table.map((row) => row[4])).toEqual(['clips', '10', '7', '7']);
  });

  it('are in the order of the labels', () => {
    const labels = ['sad', 'calm', 'happy'];
    const predictions = PREDICTIONS.map(({ scores: [calm, happy, sad], ...prediction }) => ({
      ...prediction,
      scores: [sad, calm, happy],
    }));
    const other = htmlReport({ ...run, labels, predictions });
    expect(
      tableOf(other, 'Scores of each class')
        .map(([name]) => name)
        .slice(1),
    ).toEqual(labels);
    expect(tableOf(other, 'Confusion matrix')).toEqual([
      ['true \\ predicted', 'sad', 'calm', 'happy'],
      ['sad', '14', '0', '0'],
      ['calm', '3', '10', '7'],
      ['happy', '1', '0', '13'],
    ]);
    // Neither the table of scores nor what the figures say depends on it.
    expect(tableOf(other, 'Scores')).toEqual(tableOf(html, 'Scores'));
    expect(figuresOf(sectionsOf(other).ROC)[0]).toContain('sad 0.908, calm 0.738, happy 0.977');
    expect(figuresOf(sectionsOf(other).Calibration)).toEqual(
      figuresOf(sectionsOf(html).Calibration),
    );
  });
});

describe('the figures', () => {
  const sections = sectionsOf(html);

  it('are of the confusions, whose counts are a table too', () => {
    expect(figuresOf(sections.Confusions)).toEqual([
      'Confusion matrix. True classes in rows, predicted ones in columns. ' +
        'Recalls: calm 50 %, happy 93 %, sad 100 %.',
    ]);
    expect(tableOf(html, 'Confusion matrix')).toEqual([
      ['true \\ predicted', 'calm', 'happy', 'sad'],
      ['calm', '10', '7', '3'],
      ['happy', '0', '13', '1'],
      ['sad', '0', '0', '14'],
    ]);
    expect(sections.Confusions.querySelector('summary')?.textContent).toBe('Counts as a table');
  });

  it('are of the speakers', () => {
    expect(figuresOf(sections.Speakers)).toEqual([
      'Balanced accuracy by speaker. Mean 84 %. 04: 100 %, 02: 89 %, 03: 75 %, 01: 72 %.',
    ]);
  });

  it('are of the areas under the ROC curves', () => {
    expect(figuresOf(sections.ROC)).toEqual([
      'ROC curves, each class against the rest. Areas: calm 0.738, happy 0.977, sad 0.908.',
    ]);
  });

  it('are of the calibration in 15 bins', () => {
    expect(figuresOf(sections.Calibration)).toEqual([
      'Reliability. 39 % sure, 50 % right (10); 43 % sure, 80 % right (10); ' +
        '50 % sure, 79 % right (19); 57 % sure, 100 % right (5); 62 % sure, 100 % right (2); ' +
        '75 % sure, 100 % right (2)',
    ]);
  });

  it('are of the loss and of the accuracy by epoch', () => {
    expect(figuresOf(sections.Training)).toEqual([
      'loss by epoch. training from 2.00 to 1.00 in 2 epochs; ' +
        'validation from 2.10 to 1.50 in 2 epochs',
      'accuracy by epoch. training from 0.100 to 0.500 in 2 epochs',
    ]);
  });

  it.each([
    ['valLoss', 'loss by epoch. validation from 0.500'],
    ['valAccuracy', 'accuracy by epoch. validation from 0.500'],
  ])('draw %s alone', (name, start) => {
    const history = [{ [name]: 0.5 }, { [name]: 0.75 }];
    const [figure, ...others] = figuresOf(sectionsOf(htmlReport({ ...run, history })).Training);
    expect(figure).toContain(start);
    expect(others).toEqual([]);
  });

  it('say that no epoch has a finite number', () => {
    const history = [{ loss: Number.NaN, learningRate: 0.1 }];
    const { Training } = sectionsOf(htmlReport({ ...run, history }));
    expect(Training.textContent).toBe('TrainingNo epoch has a finite loss or accuracy.');
  });

  it('have no section of a training without epochs', () => {
    expect(sectionsOf(htmlReport({ ...run, history: [] })).Training).toBeUndefined();
    expect(sectionsOf(htmlReport(run)).Training).toBeUndefined();
  });
});

describe('the speakers', () => {
  it('have no section where they are not known', () => {
    const unknown = htmlReport({ ...run, predictions: nameless(PREDICTIONS) });
    expect(sectionsOf(unknown).Speakers).toBeUndefined();
  });

  it('count as one where only some are unknown', () => {
    const some = PREDICTIONS.map((p) => (p.fold === 1 ? { ...p, speaker: '' } : p));
    const page = htmlReport({ ...run, predictions: some });
    expect(figuresOf(sectionsOf(page).Speakers)[0]).toMatch(/ 04: 100 %, unknown: \d+ %, 03: 75 %/);
    // How many voices the unknown clips are, no one knows.
    expect(tableOf(page, 'Scores')[0][2]).toBe('95 % interval');
  });

  it('have no interval where there is one', () => {
    const one = PREDICTIONS.filter(({ speaker }) => speaker === '02');
    const page = htmlReport({ ...run, predictions: one });
    expect(scoreOf(page, 'Accuracy')).toEqual(['Accuracy', '83.3 %', '']);
  });
});

describe('the settings', () => {
  it('are a table, escaped', () => {
    expect(tableOf(html, 'Settings')).toEqual([
      ['setting', 'value'],
      ['recipe', '<tim>'],
      ['seed', '0'],
      ['augmented', 'false'],
    ]);
    expect(html).not.toContain('<tim>');
  });

  it('are left out where there are none', () => {
    expect(sectionsOf(htmlReport(run))['How it was made']).toBeUndefined();
  });
});

describe('what is too much to draw', () => {
  // Every class but the last occurs once; the tables are there all the same.
  const wide = (n: number): ReportRun => {
    const labels = Array.from({ length: n }, (_, i) => `class ${i}`);
    const predictions = [0, 1].map((i) => ({
      ...PREDICTIONS[i],
      truth: labels[i],
      predicted: labels[i],
      scores: labels.map((_, k) => (k === i ? 1 : 0)),
    }));
    return { ...run, labels, predictions };
  };

  it('is counted: classes beyond 100', () => {
    const { Confusions, ROC, Calibration } = sectionsOf(htmlReport(wide(101)));
    for (const section of [Confusions, ROC]) {
      expect(section.querySelector('p')?.textContent).toBe('101 classes are too many to draw.');
      expect(section.querySelector('svg')).toBeNull();
    }
    expect(Calibration.querySelector('svg')).not.toBeNull();
  });

  it('is counted: speakers beyond 1000', () => {
    const predictions = Array.from({ length: 1001 }, (_, i) => ({
      ...PREDICTIONS[i % 48],
      clip: `${i}`,
      seed: 0,
      fold: 1,
      speaker: `${i}`,
    }));
    // Of one class there is little to bootstrap, and of one clip nothing.
    const { Speakers } = sectionsOf(htmlReport({ ...run, predictions }));
    expect(Speakers.textContent).toBe('Speakers1001 speakers are too many to draw.');
  });

  it('is refused: more than 1000 classes', () => {
    expect(() => htmlReport(wide(1001))).toThrow('`labels` must hold 1000 or fewer, got 1001');
    expect(() => htmlReport({ ...wide(1000), predictions: [] })).toThrow('got 0');
  });
});

describe('htmlReport', () => {
  it('makes do with one clip', () => {
    const one = htmlReport({ ...run, predictions: [PREDICTIONS[23]] });
    expect(scoreOf(one, 'Accuracy')).toEqual(['Accuracy', '100.0 %', '']);
  });

  it.each<[object, string]>([
    [{ predictions: [] }, '`predictions` must hold one or more, got 0'],
    [{ labels: ['calm', 'sad'] }, '`yScore` must have a column for each of 2 classes'],
    [{ labels: ['calm', 'sad', 'bored'] }, '`labels` must name every class of `yTrue`'],
    [{ predictions: [{ ...PREDICTIONS[0], scores: [1, 1, 0] }] }, 'must sum to 1, got 2 in row 0'],
    [{ predictions: [{ ...PREDICTIONS[0], truth: 7 }] }, '`predictions[0].truth` must be a string'],
    [{ protocol: { name: 'x' } }, '`protocol.description` must be a string'],
    [{ history: [1] }, '`history[0]` must be an object, got 1'],
    [{ config: 'x' }, '`config` must be an object, got "x"'],
    [{ title: 7 }, '`run.title` must be a string, got 7'],
  ])('refuses %o', (wrong, message) => {
    expect(() => htmlReport({ ...run, ...wrong })).toThrow(`htmlReport: `);
    expect(() => htmlReport({ ...run, ...wrong })).toThrow(message);
  });
});
