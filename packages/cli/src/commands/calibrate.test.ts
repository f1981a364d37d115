import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedSandbox } from '../testing/sandbox.ts';
import { silentWav, speechWav } from '../testing/speech-wav.ts';
import { trainSmallModel } from '../testing/train-small-model.ts';

const sandbox = sharedSandbox();
const { json, list, put, ser, text } = sandbox;
const PITCHES = [150, 170, 190, 220, 260];
beforeAll(() => {
  for (const pitch of PITCHES) put(`ann/${pitch}.wav`, speechWav({ pitch, seconds: 1.5 }));
  put('new.wav', speechWav({ pitch: 200 }));
  put('silent.wav', silentWav());
});

interface Voice {
  n: number;
  sums: Record<string, string>;
}
const voiceIn = (file: string): Voice => JSON.parse(text(file));
const scoresOf = async (...args: string[]): Promise<unknown> => {
  const [{ scores }] = await json<{ scores: unknown }[]>('predict', 'new.wav', ...args);
  return scores;
};

describe('ser calibrate', () => {
  it('writes a voice that changes what is predicted', async () => {
    const { code, stdout, stderr } = await ser('calibrate', 'ann', '--out', 'ann.json');
    expect([code, stdout, stderr]).toEqual([0, 'ann.json: the voice of 5 clips\n', '']);
    expect(voiceIn('ann.json').n).toBe(5);
    expect(await scoresOf('--voice', 'ann.json')).not.toEqual(await scoresOf());
    expect(await scoresOf('--voice', 'ann.json')).toEqual(await scoresOf('--voice', 'ann.json'));
  });

  it('learns more of a voice', async () => {
    const [first, ...others] = PITCHES.map((pitch) => `ann/${pitch}.wav`);
    await ser('calibrate', first, '--out', 'more.json');
    expect(voiceIn('more.json').n).toBe(1);
    await ser('calibrate', ...others, '--voice', 'more.json', '--out', 'more.json');
    expect(voiceIn('more.json')).toEqual(voiceIn('ann.json'));
  });

  it('prints one value with --json, and makes the folder', async () => {
    const printed = await json('calibrate', 'new.wav', '--out', 'voices/of/ben.json');
    expect(printed).toEqual({ out: 'voices/of/ben.json', clips: 1, problems: [] });
    expect(list('voices/of')).toEqual(['ben.json']);
  });

  it('leaves out silence with a word, and bad files with exit code 1', async () => {
    put('cut.wav', speechWav().subarray(0, 1000));
    put('short.wav', speechWav({ seconds: 0.2 }));
    const files = ['silent.wav', 'cut.wav', 'nowhere.wav', 'short.wav', 'new.wav'];
    const { code, stderr } = await ser('calibrate', ...files, '--out', 'some.json');
    expect(stderr).toContain('warning: silent.wav: no speech was heard in it, so it is left out');
    for (const file of ['cut.wav', 'nowhere.wav', 'short.wav']) {
      expect(stderr).toContain(`left out ${file}: `);
    }
    expect(voiceIn('some.json').n).toBe(1);
    expect(code).toBe(1);
  });

  it('needs a clip with speech', async () => {
    const { code, stdout, stderr } = await ser('calibrate', 'silent.wav', '--out', 'none.json');
    expect(stderr).toContain('error: at least one clip must be read and hold speech, got none');
    expect([code, stdout]).toEqual([1, '']);
    expect(list()).not.toContain('none.json');
  });

  it('stops at Ctrl-C without a voice', async () => {
    const { code } = await sandbox.serInterrupted(
      'left out nowhere.wav',
      ...['calibrate', 'nowhere.wav', 'new.wav', '--out', 'stopped.json'],
    );
    expect(code).toBe(130);
    expect(list()).not.toContain('stopped.json');
  });

  it('needs --out', async () => {
    const { code, stderr } = await ser('calibrate', 'new.wav');
    expect(stderr).toContain("required option '--out <file>' not specified");
    expect(code).toBe(2);
  });

  it.each([
    ['a folder', 'ann', 'must be a plain file, or not be there yet; it is a folder'],
    ['below a file', 'new.wav/x.json', 'cannot be written'],
  ])('refuses to write to %s', async (_, out, why) => {
    const { code, stdout, stderr } = await ser('calibrate', 'new.wav', '--out', out);
    expect(stderr).toMatch(new RegExp(`^error: --out ${out} .*${why}`));
    expect([code, stdout]).toEqual([1, '']);
  });

  it('refuses a model that no voice can be taken out of', async () => {
    const model = await trainSmallModel(sandbox);
    const { code, stderr } = await ser(
      ...['calibrate', 'new.wav', '--model', model, '--out', 'x.json'],
    );
    expect(stderr).toBe(
      `error: --model ${model} must be trained for voices that are calibrated to, got one that ` +
        'is not; leave --model out for the published one\n',
    );
    expect(code).toBe(1);
    expect(list()).not.toContain('x.json');
  });
});

describe('--voice', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['text', 'ann', 'must be JSON that `ser calibrate` wrote: '],
    ['a sound', speechWav({ seconds: 0.3 }), 'must be JSON that `ser calibrate` wrote: '],
    ['null', 'null', '`voice` must be what `recognizer.voice` gave, got null'],
    ['another version', '{"version":2}', '`voice` must have the version 1, got 2'],
    ['another model’s', '{"version":1,"model":"x"}', '`voice` must be of this model'],
  ])('that is %s is refused', async (_, content, why) => {
    put('bad.json', content);
    const { code, stdout, stderr } = await ser('predict', 'new.wav', '--voice', 'bad.json');
    expect(stderr).toMatch(/^error: --voice bad\.json: /);
    expect(stderr).toContain(why);
    expect([code, stdout]).toEqual([1, '']);
  });

  it('that an editor has saved with its mark is read', async () => {
    await ser('calibrate', 'new.wav', '--out', 'mark.json');
    const marked = Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(text('mark.json'))]);
    writeFileSync(join(sandbox.folder, 'marked.json'), marked);
    expect((await ser('predict', 'new.wav', '--voice', 'marked.json')).code).toBe(0);
  });

  it('that is not there, a folder or a pipe is refused', async () => {
    mkdirSync(join(sandbox.folder, 'pipes'));
    execFileSync('mkfifo', [join(sandbox.folder, 'pipes/x')]);
    for (const [file, why] of [
      ['nowhere.json', 'there is no such file'],
      ['pipes', 'got a folder'],
      ['pipes/x', 'got a named pipe'],
    ]) {
      const { code, stderr } = await ser('predict', 'new.wav', '--voice', file);
      expect(stderr).toMatch(new RegExp(`^error: --voice ${file}: .*${why}`));
      expect(code).toBe(1);
    }
  });
});
