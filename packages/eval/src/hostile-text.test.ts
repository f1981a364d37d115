import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { classificationReport } from './metrics/classification-report.ts';
import {
  confusionMatrixSvg,
  groupAccuracySvg,
  historySvg,
  htmlReport,
  reliabilitySvg,
  rocSvg,
} from './plots/index.ts';
import { formatConfusionMatrix } from './reports/format-confusion-matrix.ts';
import { formatReport } from './reports/format-report.ts';
import { INJECTIONS } from './testing/hostile-names.ts';

const n = INJECTIONS.length;
const yTrue = [...INJECTIONS, ...INJECTIONS];
const yPred = yTrue.with(0, INJECTIONS[1]);
const yScore = yTrue.map((_, i) => INJECTIONS.map((__, k) => (k === i % n ? 0.6 : 0.4 / (n - 1))));
const matrix = INJECTIONS.map((_, i) => INJECTIONS.map((__, j) => (i === j ? 3 : 1)));
const [evil] = INJECTIONS;

const history = [{ loss: 1, [evil]: 1 }, { loss: 2 }] as { loss: number }[];
const bin = { from: 0, to: 1, count: 1, confidence: 0.5, accuracy: 0.5 };
const predictions = yTrue.map((truth, i) => ({
  clip: `${INJECTIONS[i % n]} ${i}`,
  speaker: INJECTIONS[(i + 1) % n],
  fold: 1,
  seed: 0,
  truth,
  predicted: yPred[i],
  scores: yScore[i],
}));

describe('no text of a user is anything but text in', () => {
  const pages: [string, string][] = INJECTIONS.flatMap((title): [string, string][] => [
    ['confusionMatrixSvg', confusionMatrixSvg(matrix, INJECTIONS, { title })],
    ['groupAccuracySvg', groupAccuracySvg(yTrue, yPred, yTrue, { title, groupName: title })],
    ['historySvg', historySvg(history, { title })],
    ['historySvg, of another metric', historySvg(history, { metric: evil as 'loss' })],
    ['reliabilitySvg', reliabilitySvg([bin], { title })],
    ['rocSvg', rocSvg(yTrue, yScore, { labels: INJECTIONS, title })],
    [
      'htmlReport',
      htmlReport({
        title,
        labels: INJECTIONS,
        predictions,
        history,
        protocol: { name: title, description: title, leaks: true },
        config: { [title]: title },
      }),
    ],
  ]);

  it.each(pages)('%s', (_, page) => {
    const { document } = parseHTML(page.startsWith('<svg') ? `<body>${page}</body>` : page);
    const elements = [...document.querySelectorAll('*')];
    const names = new Set(elements.map(({ localName }) => localName));
    for (const name of ['script', 'img', 'b']) expect(names).not.toContain(name);
    const attributes = elements.flatMap(({ attributes }) =>
      Array.from(attributes, ({ name }) => name),
    );
    expect(attributes.filter((name) => name.startsWith('on'))).toEqual([]);
    // Outside of tags no bracket but as an entity, inside of them neither.
    const untagged = page
      .replace(/<!doctype html>/, '')
      .replace(/<\/?[a-z][a-z0-9]*( [\w:-]+="[^"<>]*")* ?\/?>/gi, '');
    expect(untagged.replace(/[^<>]*:root[^<]*|> svg/g, '')).not.toMatch(/[<>]/);
  });

  it.each(pages)('%s has no character that XML does not know', (_, page) => {
    expect(page).not.toMatch(/[^\P{Cc}\t\n\r]/u);
  });
});

describe('what would move a cursor, colour a text or begin a line is escaped in', () => {
  const labels = ['a\nb', 'c\u001b[2J', 'd\u009b0m\r'];
  const ofLabels = classificationReport(labels, labels);

  it('formatReport', () => {
    const text = formatReport(ofLabels);
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    expect(text.split('\n')).toHaveLength(10);
    expect(text).toContain('c\\x1b[2J ');
  });

  it('formatConfusionMatrix', () => {
    const text = formatConfusionMatrix(
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      labels,
    );
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    expect(text.split('\n')).toHaveLength(5);
  });
});
