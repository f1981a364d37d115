import { expect, it } from 'vitest';
import { smallPlan } from '../testing/small-plan.ts';
import { smallResult } from '../testing/small-result.ts';
import { LABELS } from '../testing/small-table.ts';
import { runHtml } from './run-html.ts';

const found = { labels: LABELS, predictions: smallResult.predictions };

it('is a page about a run', () => {
  const html = runHtml(smallPlan(), found, { history: smallResult.history });
  expect(html).toMatch(/^<!doctype html>/i);
  expect(html).toContain('small, holdout');
  expect(html).toContain('small: two small convolutions');
});

it('is a page about a cross-validation', () => {
  const html = runHtml(smallPlan({ kind: 'cross-validation', protocol: 'speaker' }), found);
  expect(html).toContain('small, speaker, cross-validated');
});
