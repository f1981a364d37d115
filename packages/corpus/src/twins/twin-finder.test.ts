import { describe, expect, it } from 'vitest';
import { CorpusError } from '../corpus-error.ts';
import { makeVoice } from '../testing/make-voice.ts';
import { writeWav } from '../testing/write-wav.ts';
import { decodeWav } from '../wav/decode-wav.ts';
import { type Fingerprint, fingerprint } from './fingerprint.ts';
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

  describe('of fingerprints', () => {
    const print = fingerprint(decodeWav(wav));
    const clipOf = (id: string, reads: string[] = []): TwinClip => ({
      id,
      file: `${id}.wav`,
      bytes: async () => {
        reads.push(id);
        return wav;
      },
    });

    it('finds what it finds of sounds, and reads only what may be twins', async () => {
      const reads: string[] = [];
      const { finder } = finderOf([['a']]);
      finder.addFingerprint(clipOf('b', reads), print);
      const other = fingerprint({ samples: makeVoice(7, { sampleRate }), sampleRate });
      finder.addFingerprint(clipOf('c', reads), other);
      finder.addFingerprint(clipOf('d', reads), undefined);
      expect(await finder.find()).toEqual([{ ids: ['a', 'b'], files: ['a.wav', 'b.wav'] }]);
      expect(reads).toEqual(['b']);
    });

    it('survives JSON as numbers that are put back into arrays', async () => {
      const { anchors, codes } = print as Fingerprint;
      const text = JSON.stringify({ anchors: [...anchors], codes: [...codes] });
      const read = JSON.parse(text);
      const again = { anchors: Float32Array.from(read.anchors), codes: Int8Array.from(read.codes) };
      expect(again).toEqual(print);
    });

    it.each<[unknown, string]>([
      [null, '[object Undefined] and [object Undefined]'],
      [{}, '[object Undefined] and [object Undefined]'],
      [{ anchors: [0], codes: [1] }, '[object Array] and [object Array]'],
      [{ anchors: new Float32Array(0), codes: new Int8Array(0) }, '0 and 0'],
      [{ anchors: new Float32Array(5), codes: new Int8Array(120) }, '5 and 120'],
      [{ anchors: new Float32Array(1), codes: new Int8Array(23) }, '1 and 23'],
    ])('refuses %j', (value, got) => {
      const finder = new TwinFinder();
      expect(() => finder.addFingerprint(clipOf('a'), value as never)).toThrow(
        expect.objectContaining({
          code: 'bad-argument',
          message: expect.stringMatching(/^TwinFinder\.addFingerprint: `fingerprint` must hold /),
        }),
      );
      expect(() => finder.addFingerprint(clipOf('a'), value as never)).toThrow(`, got ${got}`);
    });
  });

  it('decodes with the decoder that it is told, which may answer later', async () => {
    const names: string[] = [];
    const { finder } = finderOf([['a'], ['b']]);
    const found = await finder.find({
      decode: async (bytes, { name }) => {
        names.push(name);
        return decodeWav(bytes);
      },
    });
    expect(found).toMatchObject([{ ids: ['a', 'b'] }]);
    expect(names).toEqual(['a.wav', 'b.wav']);
    await expect(finder.find({ decode: 5 as never })).rejects.toThrow(
      'TwinFinder.find: `decode` must be a function of bytes, got 5',
    );
  });

  it('may be asked again, after another clip', async () => {
    const { finder } = finderOf([['a'], ['b']]);
    await finder.find();
    finder.add({ id: 'c', file: 'c.wav', bytes: async () => wav }, decodeWav(wav));
    expect(await finder.find()).toMatchObject([{ ids: ['a', 'b', 'c'] }]);
  });
});
