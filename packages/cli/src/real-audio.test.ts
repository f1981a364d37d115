import { join } from 'node:path';
import { haveRavdessMini, RAVDESS_MINI } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { cliSandbox } from './testing/cli-sandbox.ts';

const { ser } = cliSandbox();

describe.skipIf(!haveRavdessMini)('on two actors of RAVDESS itself', () => {
  it('trains from the WAVs, all 208 of them, and names an emotion', async () => {
    const { code, stdout, stderr } = await ser(
      ...['train', '--data', RAVDESS_MINI, '--no-variants', '--epochs', '1', '--json'],
    );
    expect(stderr).toContain('Too few speakers to hold out 21, 22, 23, 24');
    expect(code).toBe(0);
    const { train, validation, test, problems } = JSON.parse(stdout);
    expect(train.n + validation.n + test.n).toBe(208);
    expect(problems).toEqual([]);
    const stereo = join(
      RAVDESS_MINI,
      'Audio_Speech_Actors_01-24/Actor_01/03-01-02-01-01-02-01.wav',
    );
    const predicted = await ser('predict', stereo, '--json');
    expect(JSON.parse(predicted.stdout)[0].emotion).toMatch(/^[a-z]+$/);
  });
});
