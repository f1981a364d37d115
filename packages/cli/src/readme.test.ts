import { readFileSync } from 'node:fs';
import { NAMING_SCHEMES } from '@ser/corpus';
import { parseRecipe, RECIPES } from '@ser/experiment';
import { describe, expect, it } from 'vitest';
import { createProgram } from './program.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** JSON with comments and last commas, as plain JSON. */
const plain = (jsonc: string): string =>
  jsonc.replace(/^\s*\/\/.*$|\s\/\/ .*$/gm, '').replace(/,(?=\s*[\]}])/g, '');
const recipes = [...readme.matchAll(/```jsonc\n([\s\S]*?)```/g)].map(([, jsonc]) =>
  parseRecipe('README.md', JSON.parse(plain(jsonc))),
);

/** Every key that is somewhere in a value. */
function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(keysIn)];
}

describe('the README', () => {
  it('shows a recipe of each kind of model, and each can be used', () => {
    expect(recipes.map(({ model }) => model.kind)).toEqual(['lda', 'cnn', 'frames']);
  });

  it.each([...RECIPES])('explains every field of the recipe %s', (_, recipe) => {
    const explained = new Set(keysIn(recipes));
    const unexplained = keysIn({ ...recipe, features: null }).filter((key) => !explained.has(key));
    expect(unexplained).toEqual([]);
  });

  it('lists every scheme of names', () => {
    const names = [...NAMING_SCHEMES.keys()].map((name) => `\`${name}\``);
    expect(readme).toContain(`| ${names.join(', ')} |`);
  });

  it.each(createProgram().commands.map((command) => command.name()))('lists %s', (name) => {
    expect(readme).toContain(`| \`ser ${name}`);
  });
});
