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
