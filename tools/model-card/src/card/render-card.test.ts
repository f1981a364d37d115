import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Results } from '../results/results.ts';
import { MODEL_FOLDER, PACKAGE_FOLDER } from '../util/paths.ts';
import { renderCard } from './render-card.ts';
import { valuesOf } from './values.ts';
import { cardText } from './write-card.ts';

const card = await readFile(join(PACKAGE_FOLDER, 'README.md'), 'utf8');
const results: Results = JSON.parse(await readFile(join(MODEL_FOLDER, 'results.json'), 'utf8'));
const front = parse(card.split('---\n')[1]);

it('the card is what `model-card write` writes', async () => {
  expect(await cardText()).toBe(card);
});

it('has the front matter that the hub reads', () => {
  expect(front).toMatchObject({
    license: 'cc-by-nc-sa-4.0',
    language: ['en'],
    pipeline_tag: 'audio-classification',
  });
  expect(front.tags).toContain('speech-emotion-recognition');
});

it('names the protocol with each figure of the model index, as it was measured', () => {
  const [{ name, results: index }] = front['model-index'];
  expect(name).toBe('functionals-lda');
  const figures = index.flatMap(({ task, dataset, metrics }: Record<string, unknown>) => {
    expect(task).toMatchObject({ type: 'audio-classification' });
    expect(dataset).toMatchObject({ type: 'ravdess' });
    return metrics;
  });
  const found = figures.map((metric: { type: string; name: string; value: number }) => [
    metric.type,
    /^(UAR|accuracy), protocol ([a-z-]+(, \w+)?)/.exec(metric.name)?.[2],
    metric.value,
  ]);
  const { holdout, speaker, speakerAdapted } = results;
  const to3 = (value: number) => Number(value.toFixed(3));
  const adapted = (heard: unknown) =>
    speakerAdapted.find((each) => each.heard === heard)?.uar.value as number;
  expect(found).toEqual([
    ['recall', 'holdout', to3(holdout.uar.value)],
    ['accuracy', 'holdout', to3(holdout.accuracy.value)],
    ['recall', 'speaker', to3(speaker.uar.value)],
    ['accuracy', 'speaker', to3(speaker.accuracy.value)],
    ['recall', 'speaker-adapted, 5', to3(adapted(5))],
    ['recall', 'speaker-adapted, all', to3(adapted('all'))],
  ]);
});

it('leaves no slot, and no figure that is none', () => {
  expect(card).not.toMatch(/\{\{|NaN|undefined|null|\[object/);
});

it('has as many cells in each row of a table as in its head', () => {
  const counts = card
    .split('\n\n')
    .filter((block) => block.startsWith('|'))
    .map((block) => new Set(block.split('\n').map((line) => line.split(/(?<!\\)\|/).length)).size);
  expect(counts.length).toBeGreaterThan(15);
  expect(new Set(counts)).toEqual(new Set([1]));
});

it('refuses a slot without a value, and a value without a slot', () => {
  expect(() => renderCard('{{holdout uarr}}', results)).toThrow('no value for {{holdout uarr}}');
  const all = Object.keys(valuesOf(results)).map((name) => `{{${name}}}`);
  expect(() => renderCard(all.slice(1).join(''), results)).toThrow(`no slot has ${all[0]}`);
});
