import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import { discriminantRecipe, smallPlan, smallRecipe } from '../testing/small-plan.ts';
import { smallResult } from '../testing/small-result.ts';
import { LABELS } from '../testing/small-table.ts';
import { runHtml } from './run-html.ts';

const found = { labels: LABELS, predictions: smallResult.predictions };

function pageOf(changes: Partial<Plan>, options?: Parameters<typeof runHtml>[2]) {
  const { document } = parseHTML(runHtml(smallPlan(changes), found, options));
  const settings = [...document.querySelectorAll('table[aria-label="Settings"] tbody tr')];
  return {
    text: document.documentElement.textContent,
    title: document.querySelector('h1')?.textContent,
    settings: Object.fromEntries(
      settings.map((row) => [
        row.querySelector('th')?.textContent,
        row.querySelector('td')?.textContent,
      ]),
    ),
  };
}

const validation =
  '15 % of the training rows, as in the reference recipe: it chose when to stop; ' +
  'only the test figures count';

it('a page says how voices were adapted to, and clips scored', () => {
  const recipe = { ...discriminantRecipe, chosenOn: 'seven voices' };
  const changes = { recipe, epochs: 0 };
  const { settings } = pageOf({ ...changes, protocol: 'speaker-adapted', adaptation: 'all' });
  expect(settings).toMatchObject({
    choice: 'the recipe was chosen on seven voices; only other voices had no part in that',
    adaptation: expect.stringMatching(
      /^before each tested clip all others of its voice were heard/,
    ),
    model: expect.stringMatching(/^fitted on voices that were moved to the average voice;/),
    scores:
      'the geometric mean of the scores of each tested clip and of its variants slow and fast',
    validation: 'none: the model is fitted in one go, and nothing is chosen in this run',
  });
});

describe('a page about a run', () => {
  const page = pageOf({}, { history: smallResult.history });

  it('is called after its recipe and protocol', () => {
    expect(page.title).toBe('small, holdout');
    expect(page.text).toContain('tested on speakers who were not heard in training');
  });

  it('says how the run was made', () => {
    expect(page.settings).toEqual({
      recipe: 'small: two small convolutions',
      conditions: 'all conditions',
      variants: 'original clips only',
      validation,
      backend: 'wasm',
      data: 'a small table',
      fold: '1',
      seed: '3',
    });
  });

  it('draws its history', () => {
    const captions = ['loss by epoch', 'accuracy by epoch'];
    for (const caption of captions) expect(page.text).toContain(caption);
    expect(pageOf({}).text).not.toContain('by epoch');
  });

  it('has the figures of its predictions', () => {
    expect(page.text).toMatch(/Accuracy\s*25\.0 %/);
  });
});

it('a page about a cross-validation counts its seeds, and has no fold', () => {
  const page = pageOf({ kind: 'cross-validation', protocol: 'speaker', seeds: 4 });
  expect(page.title).toBe('small, speaker, cross-validated');
  expect(page.settings).toMatchObject({ seeds: '4' });
  expect(page.settings).not.toHaveProperty('fold');
  expect(page.settings).not.toHaveProperty('seed');
});

it('a page has conditions, variants, tables and notes', () => {
  const recipe = { ...smallRecipe, variants: 'reference' } as const;
  const changes = { recipe, variants: true, conditions: ['song'], data: ['a', 'b'] };
  expect(pageOf(changes, { notes: ['One.', 'Two.'] }).settings).toMatchObject({
    conditions: 'song',
    variants: 'with 2 variants in training: noise, stretch-pitch',
    notes: 'One. Two.',
    data: 'a, b',
  });
});

it('a page of a protocol that leaks says so', () => {
  expect(pageOf({ protocol: 'reference' }).text).toContain('These scores leak.');
  expect(pageOf({}).text).not.toContain('leak');
});
