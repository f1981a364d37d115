import { expect, it } from 'vitest';
import { parseRunConfig, type RunConfig } from './run-config.ts';

const config: RunConfig = {
  command: 'train',
  recipe: 'baseline',
  protocol: 'clip',
  fold: 1,
  folds: 10,
  channels: ['speech'],
  variants: true,
  seed: 0,
  seeds: 1,
  epochs: 60,
  backend: 'wasm',
  data: [],
};

it('takes what ser writes', () => {
  expect(parseRunConfig('config.json', JSON.parse(JSON.stringify(config)))).toEqual(config);
});

it.each([
  [null, 'command'],
  [{ ...config, recipe: 'soup' }, 'recipe'],
  [{ ...config, fold: 1.5 }, 'fold'],
  [{ ...config, channels: ['radio'] }, 'channels'],
  [{ ...config, data: 'here' }, 'data'],
])('names the field that is wrong in %j', (value, field) => {
  expect(() => parseRunConfig('runs/a/config.json', value)).toThrow(
    `runs/a/config.json: the field "${field}"`,
  );
});
