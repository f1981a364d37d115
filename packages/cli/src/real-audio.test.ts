import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cliSandbox } from './testing/cli-sandbox.ts';

const { ser } = cliSandbox();

const mini = fileURLToPath(new URL('../../../../shared/ravdess-mini', import.meta.url));

describe.skipIf(!existsSync(mini))('on two actors of RAVDESS itself', () => {
  it('trains from the WAVs, all 208 of them, and names an emotion', async () => {
    const { code, stdout, stderr } = await ser(
      ...['train', '--data', mini, '--no-variants', '--epochs', '1', '--json'],
    );
    expect(stderr).toContain('Too few actors to hold out 21, 22, 23, 24');
    expect(code).toBe(0);
    const { train, validation, test, problems } = JSON.parse(stdout);
    expect(train.n + validation.n + test.n).toBe(208);
    expect(problems).toEqual([]);
    const stereo = join(mini, 'Audio_Speech_Actors_01-24/Actor_01/03-01-02-01-01-02-01.wav');
    const predicted = await ser('predict', stereo, '--json');
    expect(JSON.parse(predicted.stdout)[0].emotion).toMatch(/^[a-z]+$/);
  });
});
