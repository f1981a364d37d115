import { describe, expect, it } from 'vitest';
import { CorpusError } from '../corpus-error.ts';
import { makeVoice } from '../testing/make-voice.ts';
import { writeWav } from '../testing/write-wav.ts';
import { decodeWav } from '../wav/decode-wav.ts';
import { type TwinClip, TwinFinder } from './twin-finder.ts';

const sampleRate = 8000;
const wav = writeWav(
  makeVoice(1, { sampleRate }).map((x) => Math.round(32_767 * x)),
  { sampleRate },
);

/** A finder that was shown copies of one recording under these names, and what it reads of them. */
function finderOf(
  clips: readonly (readonly [id: string, file?: string])[],
  onRead: (id: string) => void = () => {},
): { finder: TwinFinder; reads: string[] } {
  const finder = new TwinFinder();
  const reads: string[] = [];
  for (const [id, file = `${id}.wav`] of clips) {
    const bytes = async (): Promise<Uint8Array> => {
      reads.push(id);
      onRead(id);
      return wav;
    };
    const clip: TwinClip = { id, file, bytes };
    finder.add(clip, decodeWav(wav));
  }
  return { finder, reads };
}

describe('TwinFinder', () => {
  it('reads no clip before it searches, and compares no twin of a twin', async () => {
    const { finder, reads } = finderOf([['a'], ['b'], ['c']]);
    expect(reads).toEqual([]);
    expect(await finder.find()).toMatchObject([{ ids: ['a', 'b', 'c'] }]);
    expect(reads).toEqual(['a', 'b', 'a', 'c']);
  });

  it('orders clips by id, and those of one id by file', async () => {
    const { finder } = finderOf([
      ['b', '2.wav'],
      ['b', '1.wav'],
      ['a', '3.wav'],
    ]);
    expect(await finder.find()).toEqual([
      { ids: ['a', 'b', 'b'], files: ['3.wav', '1.wav', '2.wav'] },
    ]);
  });

  it('stops between two comparisons when the signal aborts', async () => {
    const controller = new AbortController();
    const { finder, reads } = finderOf([['a'], ['b'], ['c']], (id) => {
      if (id === 'b') controller.abort(new Error('enough'));
    });
    await expect(finder.find({ signal: controller.signal })).rejects.toThrow('enough');
    expect(reads).toEqual(['a', 'b']);
  });

  it('tries no clip again that it could not read, and tells of it by its file', async () => {
    const { finder, reads } = finderOf([['a', 'x/a.wav'], ['b'], ['c']], (id) => {
      if (id === 'a') throw new CorpusError('unreadable-file', 'gone', { file: 'other' });
    });
    const problems: unknown[] = [];
    const found = await finder.find({ onProblem: (problem) => problems.push(problem) });
    expect(found).toMatchObject([{ ids: ['b', 'c'] }]);
    expect(problems).toEqual([{ file: 'x/a.wav', code: 'unreadable-file', message: 'gone' }]);
    expect(reads.filter((id) => id === 'a')).toHaveLength(1);
  });

  it('throws what is no complaint about a clip', async () => {
    const { finder } = finderOf([['a'], ['b']], () => {
      throw new TypeError('a bug');
    });
    await expect(finder.find({ onProblem: () => {} })).rejects.toThrow('a bug');
  });

  it('may be asked again, after another clip', async () => {
    const { finder } = finderOf([['a'], ['b']]);
    await finder.find();
    finder.add({ id: 'c', file: 'c.wav', bytes: async () => wav }, decodeWav(wav));
    expect(await finder.find()).toMatchObject([{ ids: ['a', 'b', 'c'] }]);
  });
});
