import { runLimited } from '@ser/testing';
import { expect, it } from 'vitest';

const module = new URL('testing/fuzz.ts', import.meta.url);

it.each(['reference', 'frames', 'recurrent'])(
  'a saved model with random changes (%s) loads, or is refused in a typed way',
  async (kind) => {
    const { value } = await runLimited({
      module,
      call: 'fuzz',
      args: [kind, 600],
      cpuSeconds: 25,
      megabytes: 450,
    });
    expect(value).toMatchObject({ bad: [] });
  },
);

it('a linear model with random changes loads as with Classifier, or is refused', async () => {
  const { value } = await runLimited({
    module,
    call: 'fuzzLinear',
    args: [1000],
    cpuSeconds: 25,
    megabytes: 450,
  });
  const { loaded, refused, bad } = value as { loaded: number; refused: number; bad: string[] };
  expect(bad).toEqual([]);
  expect(loaded).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
});
