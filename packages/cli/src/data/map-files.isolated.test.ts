import { presets } from '@ser/features';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Problems } from '../console/problems.ts';
import { sharedSandbox } from '../testing/sandbox.ts';
import { toneWav } from '../testing/tone-wav.ts';
import { type ExtractedFile, mapFiles } from './map-files.ts';
import { readSound } from './read-sound.ts';

vi.mock('./read-sound.ts', { spy: true });

const sandbox = sharedSandbox();
const path = (name: string) => `${sandbox.folder}/${name}`;
beforeAll(() => {
  // What is left out is printed.
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  sandbox.put('a.wav', toneWav(3, 200));
  sandbox.put('b.wav', toneWav(3, 400));
});

function map<T>(
  names: string[],
  use: (extracted: ExtractedFile) => T,
  { problems = new Problems(), signal = new AbortController().signal } = {},
): Promise<T[]> {
  const options = {
    extractor: presets.summary162,
    problems,
    signal,
  };
  return mapFiles(names.map(path), options, use);
}

describe('mapFiles', () => {
  it('keeps the order of the files', async () => {
    const files = await map(['b.wav', 'a.wav'], ({ file }) => file);
    expect(files).toEqual([path('b.wav'), path('a.wav')]);
  });

  it('extracts the features', async () => {
    expect(await map(['a.wav'], ({ values }) => values.length)).toEqual([162]);
  });

  it('goes on after a file that cannot be read', async () => {
    expect(await map(['gone.wav', 'a.wav'], () => 7)).toEqual([7]);
  });

  it('keeps what cannot be read as a problem', async () => {
    const problems = new Problems();
    await map(['gone.wav', 'a.wav'], () => 7, { problems });
    expect(problems.list).toMatchObject([{ file: path('gone.wav'), code: 'no-such-path' }]);
  });

  it('goes on after a file that the memory does not suffice for', async () => {
    const tooLarge = new RangeError('Array buffer allocation failed');
    vi.mocked(readSound).mockRejectedValueOnce(tooLarge);
    const problems = new Problems();
    expect(await map(['a.wav', 'b.wav'], ({ file }) => file, { problems })).toEqual([
      path('b.wav'),
    ]);
    expect(problems.list).toEqual([
      {
        file: path('a.wav'),
        code: 'unreadable-file',
        message: 'it is too large for the memory: Array buffer allocation failed',
      },
    ]);
  });

  it('warns of a header that contradicts itself, and goes on', async () => {
    const wav = Buffer.from(toneWav(3, 200));
    wav.writeUInt16LE(4, 32);
    sandbox.put('align.wav', wav);
    const problems = new Problems();
    expect(await map(['align.wav'], () => 7, { problems })).toEqual([7]);
    expect(problems.list).toMatchObject([{ file: path('align.wav'), code: 'wrong-block-align' }]);
    expect(problems.exitCode).toBe(0);
  });

  it('throws a mistake of ours', async () => {
    const use = () => {
      throw new TypeError('x is not a function');
    };
    await expect(map(['a.wav'], use)).rejects.toThrow(TypeError);
  });

  it('stops where the signal is aborted', async () => {
    const controller = new AbortController();
    const seen: string[] = [];
    const use = ({ file }: ExtractedFile) => {
      seen.push(file);
      controller.abort(new Error('enough'));
    };
    const ended = map(['a.wav', 'b.wav'], use, { signal: controller.signal });
    await expect(ended).rejects.toThrow('enough');
    expect(seen).toEqual([path('a.wav')]);
  });
});
