import { expect, it } from 'vitest';
import { putSmallClips } from '../testing/sample-clips.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { SMALL_FRAMES_RECIPE } from '../testing/small-recipe.ts';

// Processes of their own, with threads of their own: what machines of a cluster do.
const sandbox = sharedSandbox();
const { bytes, list, put, serProcess } = sandbox;
const PART = 'part-00000-of-00001.parquet';

const shard = (out: string, kill?: string) =>
  serProcess(
    [
      ...['features', 'wavs', '--recipe', 'noisy.json', '--out', out],
      ...['--num-shards', '1', '--shard-index', '0'],
    ],
    {
      onStderr(text, child) {
        if (kill !== undefined && text.includes(kill)) child.kill('SIGKILL');
      },
    },
  );

it('a shard that is killed leaves no part, and goes on; two that write one both end well', async () => {
  for (const actor of [1, 3, 5, 7]) putSmallClips(sandbox, 'wavs', actor);
  put('noisy.json', JSON.stringify({ ...SMALL_FRAMES_RECIPE, variants: 'reference' }));
  const killed = await shard('a', 'extracting 15/');
  expect(killed.code).toBeNull();
  expect(list('a')).toEqual([expect.stringMatching(/^part-00000-of-00001\.parquet\..*\.tmp$/)]);

  const both = await Promise.all([shard('a'), shard('a')]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(list('a')).toEqual([PART]);

  const whole = await shard('b');
  expect(whole.code).toBe(0);
  expect(bytes(`a/${PART}`).equals(bytes(`b/${PART}`))).toBe(true);
});
