import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { crossValidate } from '../cross-validation/cross-validate.ts';
import { calibrationCurve } from '../metrics/calibration-curve.ts';
import { htmlReport, type ReportRun } from '../reports/html-report.ts';
import { speakerSplits } from '../splits/speaker-splits.ts';
import { RAVDESS_SPEAKERS, ravdessRows } from '../testing/ravdess-rows.ts';
import { createRandom } from '../util/random.ts';
import { confusionMatrixSvg } from './confusion-matrix-svg.ts';
import { groupAccuracySvg } from './group-accuracy-svg.ts';
import { historySvg } from './history-svg.ts';
import { reliabilitySvg } from './reliability-svg.ts';
import { rocSvg } from './roc-svg.ts';

const labels = 'neutral calm happy sad angry fearful disgust surprised'.split(' ');
const rows = ravdessRows(['original']).filter(({ condition }) => condition === 'speech');
const random = createRandom('plots', 1);
const { predictions } = await crossValidate(rows, {
  splits: speakerSplits(rows, { seed: 0, folds: RAVDESS_SPEAKERS.folds }),
  labels,
  train: ({ split }) =>
    split.test.map((i) => {
      const raw = labels.map((label) => (label === rows[i].label ? 700 : 0) + random(1000) + 1);
      const sum = raw.reduce((a, b) => a + b, 0);
      return raw.map((score) => score / sum);
    }),
});
const speakers = predictions.map(({ speaker }) => speaker);
const anonymous = predictions.map((prediction) => ({ ...prediction, speaker: '' }));
const yTrue = predictions.map(({ truth }) => truth);
const yPred = predictions.map(({ predicted }) => predicted);
const yScore = predictions.map(({ scores }) => scores);
const history = [
  { loss: 2, valLoss: 2.1, accuracy: 0.1 },
  { loss: 1, valLoss: 1.5, accuracy: 0.5 },
];
const run: ReportRun = { title: 'A & <b>', protocol: 'speaker', labels, predictions };

/** The SVG as a document: its texts, its label, and elements by name. */
function read(svg: string): { svg: Element; texts: string[]; label: string } {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  const element = document.querySelector('svg') as unknown as Element;
  const texts = Array.from(element.querySelectorAll('text'), (text) => text.textContent ?? '');
  return { svg: element, texts, label: element.getAttribute('aria-label') ?? '' };
}

const figures: [string, () => string][] = [
  [
    'confusionMatrixSvg',
    () =>
      confusionMatrixSvg(
        [
          [3, 1],
          [0, 2],
        ],
        ['calm', 'sad'],
      ),
  ],
  ['historySvg', () => historySvg(history)],
  ['rocSvg', () => rocSvg(yTrue, yScore, { labels })],
  ['reliabilitySvg', () => reliabilitySvg(calibrationCurve(yTrue, yScore, { labels }))],
  ['groupAccuracySvg', () => groupAccuracySvg(yTrue, yPred, speakers)],
];

describe.each(figures)('%s', (_, draw) => {
  it('is an image with a name, and the same every time', () => {
    const { svg, label } = read(draw());
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('xmlns')).toBe('http://www.w3.org/2000/svg');
    expect(svg.querySelector('title')?.textContent).toBe(label.split('. ')[0]);
    expect(label.length).toBeGreaterThan(30);
    expect(draw()).toBe(draw());
    expect(draw()).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('takes the colours of the page', () => {
    const colours = draw().match(/(?:fill|stroke)="[^"]*"/g) ?? [];
    const fixed = colours.filter((colour) => !/currentColor|none|var\(|="#0072b2"/.test(colour));
    expect(fixed).toEqual([]);
    expect(draw()).toContain('prefers-color-scheme: dark');
  });
});

describe('figures', () => {
  it('a confusion matrix has counts and rates', () => {
    const { texts, label, svg } = read(
      confusionMatrixSvg(
        [
          [3, 1],
          [0, 0],
        ],
        ['<calm>', 'sad'],
      ),
    );
    expect(texts).toEqual(expect.arrayContaining(['3', '75 %', '1', '25 %', '0', '0 %', '<calm>']));
    expect(label).toContain('<calm> 75 %, sad 0 %');
    expect(svg.querySelector('calm')).toBeNull();
    expect(() => confusionMatrixSvg([[1]], ['a', 'b'])).toThrow('`matrix` must be 2 × 2');
  });

  it('text on a cell has a contrast of 4.5 to 1 at every depth, light and dark', () => {
    const depths = [
      ...confusionMatrixSvg(
        [
          [1, 1],
          [0, 9],
        ],
        ['a', 'b'],
      ).matchAll(/fill-opacity="([\d.]+)"/g),
    ];
    const deepest = Math.max(...depths.map(([, opacity]) => Number(opacity)));
    expect(deepest).toBeGreaterThan(0.7);
    const schemes = [
      ['#1b1c20', '#ffffff'],
      ['#e8e9ed', '#16181d'],
    ];
    for (const [ink, paper] of schemes) {
      expect(confusionMatrixSvg([[1]], ['a'])).toContain(`--ser-ink: ${ink}`);
      for (let opacity = 0; opacity <= deepest; opacity += 0.02) {
        expect(contrast(ink, blend('#0072b2', paper, opacity))).toBeGreaterThan(4.5);
      }
    }
  });

  it('a history draws both lines and says how they went', () => {
    const { texts, label, svg } = read(historySvg(history, { bestEpoch: 2 }));
    expect(texts).toEqual(expect.arrayContaining(['training', 'validation', 'kept']));
    expect(label).toContain('training from 2.00 to 1.00 in 2 epochs; validation from 2.10 to 1.50');
    expect(svg.querySelectorAll('[aria-label="line"]')).toHaveLength(2);
    expect(read(historySvg(history, { metric: 'accuracy' })).texts).not.toContain('validation');
    expect(() => historySvg([{ loss: 1 }], { metric: 'accuracy' })).toThrow(
      'must hold accuracy or valAccuracy, got 1 epochs without',
    );
  });

  it('ROC curves leave out a class that is not there', () => {
    const { texts } = read(
      rocSvg(
        ['a', 'b'],
        [
          [1, 0, 0],
          [0, 1, 0],
        ],
        { labels: ['a', 'b', 'c'] },
      ),
    );
    expect(texts).toEqual(expect.arrayContaining(['a 1.000', 'b 1.000']));
    expect(texts.filter((text) => text.startsWith('c '))).toEqual([]);
  });

  it('reliability counts its samples, and accuracy by speaker names all', () => {
    const bins = calibrationCurve(yTrue, yScore, { labels });
    const filled = bins.filter(({ count }) => count > 0).map(({ count }) => String(count));
    expect(read(reliabilitySvg(bins)).texts).toEqual(expect.arrayContaining(filled));
    expect(() => reliabilitySvg([])).toThrow('must hold samples');
    const names = Array.from({ length: 24 }, (_, i) => String(i + 1).padStart(2, '0'));
    expect(read(groupAccuracySvg(yTrue, yPred, speakers)).texts).toEqual(
      expect.arrayContaining(names),
    );
    expect(() => groupAccuracySvg(yTrue, yPred, [1])).toThrow('`groups` must have 1440 entries');
  });
});

/** The table cells of a page, row by row. */
function cellsOf(html: string): string[][] {
  return Array.from(parseHTML(html).document.querySelectorAll('tr'), (row) =>
    Array.from(row.children, (cell) => cell.textContent ?? ''),
  );
}

describe('htmlReport', () => {
  const html = htmlReport({ ...run, history, config: { recipe: '<tim>', seed: 0 } });

  it('is one file that loads nothing and runs nothing', () => {
    expect(html).not.toMatch(/<script|<link|<img|src=|@import|url\(/i);
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('svg')).toHaveLength(6);
    expect(document.querySelectorAll('figure figcaption')).toHaveLength(6);
    const tables = [...document.querySelectorAll('table')].map((t) => t.getAttribute('aria-label'));
    expect(new Set(tables).size).toBe(4); // each has a name of its own
    expect(tables).not.toContain(null);
    expect(document.querySelector('html')?.getAttribute('lang')).toBe('en');
    expect(document.querySelectorAll('th:not([scope])')).toHaveLength(0);
  });

  it('escapes what it is given', () => {
    expect(html).toContain('<h1>A &amp; &lt;b&gt;</h1>');
    expect(html).toContain('&lt;tim&gt;');
    expect(html).not.toContain('<tim>');
  });

  it('gives the scores with their intervals', () => {
    const cells = cellsOf(html);
    const right = yTrue.filter((label, i) => label === yPred[i]).length;
    const accuracy = cells.find(([name]) => name === 'Accuracy');
    expect(accuracy?.[1]).toBe(`${((100 * right) / 1440).toFixed(1)} %`);
    expect(accuracy?.[2]).toMatch(/^\d+\.\d % to \d+\.\d %$/);
    const names = cells.map(([name]) => name);
    expect(names).toEqual(
      expect.arrayContaining(['UAR, mean of 5 runs', 'its deviation over folds']),
    );
    expect(names).not.toContain('its deviation over seeds');
    expect(names).not.toContain('Predictions for them');
    expect(html).toContain('interval over speakers');
    expect(htmlReport({ ...run, predictions: anonymous })).not.toContain('interval over speakers');
  });

  it('counts a clip once, however many seeds it was tested with', () => {
    const again = run.predictions.map((prediction) => ({ ...prediction, seed: 1 }));
    const both = cellsOf(htmlReport({ ...run, predictions: [...run.predictions, ...again] }));
    const once = cellsOf(htmlReport(run));
    const row = (cells: string[][], start: string) => cells.find(([name]) => name === start);
    expect(row(both, 'Clips tested')?.[1]).toBe('1440');
    expect(row(both, 'Predictions for them')?.[1]).toBe('2880');
    expect(row(both, 'its deviation over seeds')?.[1]).toBe('0.0 %');
    // The same answers twice are no more evidence than once.
    expect(row(both, 'Accuracy')).toEqual(row(once, 'Accuracy'));
  });

  it('says when the scores leak, and only then', () => {
    expect(htmlReport({ ...run, protocol: 'reference' })).toContain('These scores leak');
    expect(html).not.toContain('These scores leak');
  });

  it('makes do with one clip', () => {
    expect(htmlReport({ ...run, predictions: predictions.slice(0, 1) })).toContain('100.0 %');
  });

  it('refuses what does not fit', () => {
    expect(() => htmlReport({ ...run, predictions: [] })).toThrow('one or more, got 0');
  });
});

type Rgb = [number, number, number];
function rgb(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
}

function blend(over: string, under: string, opacity: number): Rgb {
  const below = rgb(under);
  return rgb(over).map((value, i) => opacity * value + (1 - opacity) * below[i]) as Rgb;
}

/** WCAG 2.2's contrast ratio. */
function contrast(ink: string, paper: Rgb): number {
  const luminance = (colour: Rgb): number => {
    const [r, g, b] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [dark, light] = [luminance(rgb(ink)), luminance(paper)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
