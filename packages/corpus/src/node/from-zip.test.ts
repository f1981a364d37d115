import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith, RAVDESS_MINI, REAL_CLIPS, testWith } from '@ser/testing';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CorpusError } from '../corpus-error.ts';
import { listClips } from '../testing/list-clips.ts';
import { writeWav } from '../testing/write-wav.ts';
import { writeZip, type ZipEntry } from '../testing/write-zip.ts';
import { decodeWav } from '../wav/decode-wav.ts';
import { fromZip } from './from-zip.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ser-corpus-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const wav = writeWav(Array.from({ length: 500 }, (_, i) => i));
const entry = (name: string, options: Partial<ZipEntry> = {}): ZipEntry => ({
  name,
  bytes: wav,
  ...options,
});
const A = 's01/01-01-01.wav';
const B = 's02/01-01-02.wav';

function put(bytes: Uint8Array, name = 'clips.zip'): string {
  const file = join(root, name);
  writeFileSync(file, bytes);
  return file;
}

const list = (path: string | string[]) => listClips((options) => fromZip(path, options));

describe('fromZip', () => {
  const other = writeWav([9, 8]);
  const deep = writeZip([
    entry('speech/deep/s02/01-01-02.WAV', { bytes: other }),
    entry('s01/', { bytes: new Uint8Array(0), stored: true }),
    entry('__MACOSX/s01/._01-01-01.wav'),
    entry('__MACOSX/s01/01-01-01.wav'),
    entry('.DS_Store'),
    entry('README.txt'),
    entry(A, { stored: true }),
  ]);

  it('lists clips at any depth by id', async () => {
    const { clips, problems } = await list(put(deep));
    expect(clips.map(({ id }) => id)).toEqual(['01-01-01', '01-01-02']);
    expect(problems).toEqual([]);
  });

  it('names a clip by the zip and its path in it', async () => {
    const file = put(deep);
    expect((await list(file)).clips[0].file).toBe(`${file}/${A}`);
  });

  it('describes paths in the zip', async () => {
    const paths: string[] = [];
    await fromZip(put(deep), { describe: (path) => paths.push(path) }).next();
    expect(paths).toEqual([A, 'speech/deep/s02/01-01-02.WAV']);
  });

  it('reads clips in any order, stored or deflated', async () => {
    const { clips } = await list(put(deep));
    const [second, first] = await Promise.all([clips[1].bytes(), clips[0].bytes()]);
    expect(decodeWav(second)).toEqual(decodeWav(other));
    expect(Buffer.compare(first, wav)).toBe(0);
  });

  it('reads a clip as often as it is asked for', async () => {
    const { clips } = await list(put(deep));
    await clips[0].bytes();
    expect(Buffer.compare(await clips[0].bytes(), wav)).toBe(0);
  });

  it('reads a directory of 64 bits', async () => {
    const { clips } = await list(put(writeZip([entry(A), entry(B)], { zip64: true })));
    expect(clips.map(({ id }) => id)).toEqual(['01-01-01', '01-01-02']);
    expect(Buffer.compare(await clips[1].bytes(), wav)).toBe(0);
  });

  it.each([1, 3])(
    'counts the entries of a directory of 64 bits, and not %d of 2',
    async (count) => {
      const lying = put(writeZip([entry(A), entry(B)], { zip64: true, count }));
      await expect(list(lying)).rejects.toMatchObject({ code: 'bad-zip' });
    },
  );

  it('merges several zips and reports what it leaves out', async () => {
    const speech = put(writeZip([entry(A), entry('s01/voice.wav')]), 'a.zip');
    const copies = [entry(A, { bytes: writeWav([1]) }), entry('s02/01-01-01.wav')];
    const song = put(writeZip([...copies, entry('02-01-01.wav')]), 'b.zip');
    const { clips, problems } = await list([song, speech]);
    expect(clips.map(({ file }) => file)).toEqual([`${speech}/${A}`, `${song}/02-01-01.wav`]);
    expect(problems).toMatchObject([
      { code: 'bad-filename', file: `${speech}/s01/voice.wav` },
      { code: 'duplicate-clip', file: `${song}/${A}` },
    ]);
  });

  const plain = writeZip([entry(A), entry(B)]);
  const withDirectorySize = (zip: Buffer, size: number): Buffer => {
    const lying = Buffer.from(zip);
    lying.writeUInt32LE(size, zip.length - 10); // in the last 22 bytes, the end of the directory
    return lying;
  };
  it.each<[string, Uint8Array, string, string]>([
    ['an empty file', new Uint8Array(0), 'bad-zip', 'must be a whole zip'],
    ['a WAV', wav, 'bad-zip', 'must be a whole zip'],
    ['one cut in half', plain.subarray(0, plain.length / 2), 'bad-zip', 'must be a whole zip'],
    ['one without its first half', plain.subarray(plain.length / 2), 'bad-zip', 'whole zip'],
    ['no clips', writeZip([entry('README.txt')]), 'no-clips', 'got none among 0'],
    ['names above', writeZip([entry(`../../${A}`)]), 'unsafe-zip', '../../s01'],
    ['names above, with backslashes', writeZip([entry(`..\\${A}`)]), 'unsafe-zip', 'stay inside'],
    ['names above of other files', writeZip([entry(A), entry('../x')]), 'unsafe-zip', '../x'],
    ['absolute names', writeZip([entry(`/etc/${A}`)]), 'unsafe-zip', '/etc/'],
    ['names with a drive', writeZip([entry(`C:/${A}`)]), 'unsafe-zip', 'C:/'],
    ['encryption', writeZip([entry(A, { flags: 1 })]), 'encrypted-zip', 'must not be encrypted'],
    ['strong encryption', writeZip([entry(A, { flags: 0x41 })]), 'encrypted-zip', 'encryption'],
    ['more entries than it counts', writeZip([entry(A), entry(B)], { count: 1 }), 'bad-zip', 'got'],
    ['fewer entries than it counts', writeZip([entry(A)], { count: 2 }), 'bad-zip', 'got'],
    ['a directory of another size', withDirectorySize(plain, 5), 'bad-zip', 'directory of'],
    ['4 GB', writeZip([entry(A, { falseFields: { size: 2 ** 32 - 2 } })]), 'bad-zip', 'at most'],
  ])('refuses %s', async (_, bytes, code, text) => {
    const file = put(bytes);
    const error = await list(file).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CorpusError);
    expect(error).toMatchObject({ code });
    expect(String(error)).toContain(`fromZip: ${file}`);
    expect(String(error)).toContain(text);
    expect(readdirSync(root)).toEqual(['clips.zip']);
  });

  it.each<[string, ZipEntry['falseFields'], boolean]>([
    ['a size too large', { size: wav.length + 1 }, false],
    ['a size too small', { size: 10 }, false],
    ['a compressed size too small', { compressedSize: 100 }, false],
    ['a compressed size beyond the file', { compressedSize: 2 ** 31 }, false],
    ['another checksum', { crc: 1 }, true],
    ['another place', { offset: 7 }, true],
    ['a place beyond the file', { offset: 2 ** 31 }, true],
  ])('finds out %s when the clip is read', async (_, falseFields, stored) => {
    const { clips } = await list(put(writeZip([entry(A, { falseFields, stored }), entry(B)])));
    await expect(clips[0].bytes()).rejects.toMatchObject({ name: 'CorpusError', code: 'bad-zip' });
    expect(Buffer.compare(await clips[1].bytes(), wav)).toBe(0);
  });

  it('unpacks a bomb no further than its size says', async () => {
    const bomb = new Uint8Array(50_000_000);
    const { clips } = await list(
      put(writeZip([entry(A, { bytes: bomb, falseFields: { size: 1000 } })])),
    );
    const before = process.memoryUsage().arrayBuffers;
    await expect(clips[0].bytes()).rejects.toMatchObject({ code: 'bad-zip' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
  });

  it('reads the others where one of several zips is refused', async () => {
    const page = put(Buffer.from('<html>'), 'page.zip');
    const { clips, problems } = await list([page, put(plain)]);
    expect(clips).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'bad-zip', file: page }]);
    await expect(list([page, page])).rejects.toMatchObject({ code: 'bad-zip', file: page });
    await expect(list([put(plain), join(root, 'none')])).rejects.toMatchObject({
      code: 'no-such-path',
    });
  });

  it.each([
    [2 ** 21, 'must be a whole zip'],
    [2 ** 21 + 1, 'must have at most 2097152 entries, got: 2097153'],
  ])('of a directory that counts %d entries says: %s', async (count, message) => {
    const file = put(writeZip([entry(A)], { zip64: true, count }));
    await expect(list(file)).rejects.toMatchObject({ code: 'bad-zip' });
    await expect(list(file)).rejects.toThrow(message);
  });

  it('takes the first name by path of several clips, and tells of the others by theirs', async () => {
    const copies = ['b/01-01-01.wav', 'a/01-01-01.wav'].map((name, i) =>
      entry(name, { bytes: writeWav([i]) }),
    );
    const file = put(writeZip(copies));
    const { clips, problems } = await list(file);
    expect(clips.map((clip) => clip.file)).toEqual([`${file}/a/01-01-01.wav`]);
    expect(problems).toEqual([
      {
        code: 'duplicate-clip',
        file: `${file}/b/01-01-01.wav`,
        message:
          `fromZip: 01-01-01 must be one recording, got two: ` +
          `${file}/a/01-01-01.wav and ${file}/b/01-01-01.wav`,
      },
    ]);
  });

  it('takes entries of one checksum and another size for two recordings', async () => {
    // What its directory says is believed until it is read.
    const lying = entry('b/01-01-01.wav', { falseFields: { size: wav.length + 2 } });
    const { problems } = await list(put(writeZip([entry('a/01-01-01.wav'), lying])));
    expect(problems).toMatchObject([{ code: 'duplicate-clip' }]);
  });

  it('takes a digital signature behind the directory', async () => {
    const end = plain.length - 22;
    const signature = Buffer.from('PK\x05\x05\x02\0xx', 'latin1');
    const signed = Buffer.concat([plain.subarray(0, end), signature, plain.subarray(end)]);
    expect((await list(put(signed))).clips).toHaveLength(2);
  });

  it('names the entry that is left out, and why', async () => {
    const file = put(writeZip([entry(A, { flags: 1 }), entry(B)]));
    const { clips, problems } = await list(file);
    expect(clips).toHaveLength(1);
    expect(problems).toEqual([
      {
        code: 'encrypted-zip',
        file: `${file}/${A}`,
        message: `fromZip: ${file}/${A} must not be encrypted, got: an encrypted entry`,
      },
    ]);
  });

  it('names the entry whose checksum is wrong, and both', async () => {
    const file = put(writeZip([entry(A, { falseFields: { crc: 0xab }, stored: true })]));
    const { clips } = await list(file);
    await expect(clips[0].bytes()).rejects.toMatchObject({
      file: `${file}/${A}`,
      message: expect.stringMatching(/must have the checksum ab, got: [0-9a-f]{7,8}$/),
    });
  });

  testWith({ have: process.platform === 'linux', reason: '/proc is Linux’ own' })(
    'leaves no file open',
    async () => {
      const openFiles = (): number =>
        readdirSync('/proc/self/fd').filter((fd) => {
          try {
            return readlinkSync(`/proc/self/fd/${fd}`).startsWith(root);
          } catch {
            return false; // closed meanwhile
          }
        }).length;
      const { clips } = await list(put(plain));
      await clips[0].bytes();
      await list(put(Buffer.from('no zip'), 'no.zip')).catch(() => {});
      expect(openFiles()).toBe(0);
    },
  );

  it('tells a file that is not there from one that cannot be opened', async () => {
    const file = put(plain);
    await expect(list(join(file, 'below.zip'))).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringMatching(/must be a zip that can be opened, got: ENOTDIR/),
    });
  });

  it('names all zips that hold no clip', async () => {
    const [a, b] = ['a.zip', 'b.zip'].map((name) => put(writeZip([entry('x.txt')]), name));
    await expect(list([a, b])).rejects.toMatchObject({
      code: 'no-clips',
      message: `fromZip: ${a}, ${b} must hold clips, got none among 0 .wav files`,
    });
  });

  it('refuses a path that is not there', async () => {
    await expect(list(join(root, 'none'))).rejects.toMatchObject({ code: 'no-such-path' });
  });

  it('refuses a list in which not every path is a text', async () => {
    await expect(list([put(plain), 5] as never)).rejects.toMatchObject({
      code: 'bad-argument',
      message: expect.stringMatching(
        /^fromZip: `path` must be a string, or an array of them, got /,
      ),
    });
  });

  it('refuses a folder', async () => {
    await expect(list(root)).rejects.toMatchObject({ code: 'bad-zip' });
  });

  it('says when the zip went away after it was listed', async () => {
    const file = put(plain);
    const { clips } = await list(file);
    rmSync(file);
    await expect(clips[0].bytes()).rejects.toMatchObject({ code: 'bad-zip', file: `${file}/${A}` });
  });

  it('gives valid clips or its own error, with any bytes changed', async () => {
    const bytes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 });
    // Half of the changes are in the directory, where most of them matter.
    const directory = plain.indexOf(Buffer.from('PK\x01\x02'));
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (edits, atEnd) => {
        const damaged = Buffer.from(plain);
        for (const [at, value] of edits) {
          const start = atEnd ? directory : 0;
          damaged[start + (at % (damaged.length - start))] = value;
        }
        try {
          const { clips } = await list(put(damaged));
          for (const clip of clips) expect(Buffer.compare(await clip.bytes(), wav)).toBe(0);
        } catch (error) {
          if (!CorpusError.isInstance(error)) throw error;
        }
      }),
      { numRuns: 400 },
    );
  });
});

describeWith(REAL_CLIPS)('real recordings, zipped', () => {
  it('come out as they went in', async () => {
    const names = readdirSync(RAVDESS_MINI, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.wav'))
      .slice(0, 12);
    const contents = new Map(names.map((name) => [name, readFileSync(join(RAVDESS_MINI, name))]));
    const file = put(writeZip([...contents].map(([name, bytes]) => entry(name, { bytes }))));
    let count = 0;
    const clips = fromZip(file, { describe: (path) => ({ bytes: contents.get(path) }) });
    for await (const clip of clips) {
      expect(Buffer.compare(await clip.bytes(), clip.info.bytes as Buffer)).toBe(0);
      count++;
    }
    expect(count).toBe(12);
  });
});
