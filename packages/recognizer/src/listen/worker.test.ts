import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const IMPORTED = /^(?:import|export)(?! type)[^;]*? from '(\.[^']*)';/gm;

/** A module, and all modules of the package that it loads. */
function loadedBy(first: string): Map<string, string> {
  const texts = new Map<string, string>();
  const visit = (address: string): void => {
    if (texts.has(address)) return;
    const text = readFileSync(new URL(address), 'utf8');
    texts.set(address, text);
    for (const [, path] of text.matchAll(IMPORTED)) visit(new URL(path, address).href);
  };
  visit(new URL(first, import.meta.url).href);
  return texts;
}

// https://github.com/vercel/next.js/issues/97399
test('the worker leads to no worker, with which Turbopack never ends', () => {
  const opens = (text: string): boolean => text.includes('new Worker(');
  expect([...loadedBy('./worker.ts').values()].some(opens)).toBe(false);
  expect([...loadedBy('./listen.ts').values()].some(opens)).toBe(true);
});
