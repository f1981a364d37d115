import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeWav } from '../testing/write-wav.ts';
import { writeZip } from '../testing/write-zip.ts';
import { decodeWav } from './decode-wav.ts';
import { sniffFormat } from './sniff-format.ts';
import { type FileFormat, FORMATS } from './util/formats.ts';

/** Bytes of numbers and of letters. */
const bytes = (...parts: (number | string)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])),
  );
const zeros = (count: number): string => '\0'.repeat(count);
const id3 = (size: number): Uint8Array =>
  bytes('ID3', 4, 0, 0, 0, 0, size >> 7, size & 127, zeros(size));

/** Frames of MP3: MPEG 1, layer III, 128 kbit/s, 44,100 Hz, which have 417 bytes each. */
const mp3 = (frames = 3): Uint8Array =>
  bytes(...Array.from({ length: frames }, () => `\xff\xfb\x90\x00${zeros(413)}`));
/** Frames of MPEG 2, 32 kbit/s, 16,000 Hz, padded: 145 bytes. */
const mp3Mpeg2 = (): Uint8Array => bytes(`\xff\xf3\x4a\x00${zeros(141)}`, '\xff\xf3\x4a\x00');
/** Frames of ADTS of 300 bytes. */
const aac = (): Uint8Array => {
  const header = `\xff\xf1\x50\x80${String.fromCharCode(300 >> 3)}\x9f\xfc`;
  return bytes(header, zeros(293), header, zeros(293));
};
const utf16 = (text: string): Uint8Array =>
  bytes(0xff, 0xfe, Buffer.from(text, 'utf16le').toString('latin1'));

/** A document of Matroska whose header has the name "webm" at this byte. */
const webmNamedAt = (at: number): Uint8Array =>
  bytes(0x1a, 0x45, 0xdf, 0xa3, zeros(at - 4), 'B\x82\x84webm', zeros(8));

const CASES: [string, FileFormat, Uint8Array][] = [
  ['a WAV', 'wav', writeWav([1])],
  ['a big-endian WAV', 'wav', writeWav([1], { container: 'RIFX' })],
  ['a WAV behind a tag', 'wav', Buffer.concat([id3(300), writeWav([1])])],
  ['MP3', 'mp3', mp3()],
  ['MP3 of which a part is seen', 'mp3', mp3().subarray(0, 100)],
  ['MP3 of MPEG 2', 'mp3', mp3Mpeg2()],
  ['MP3 behind a tag', 'mp3', Buffer.concat([id3(2000), mp3()])],
  ['MP3 that ends with its tag', 'mp3', Buffer.from(id3(2000))],
  ['MP3 with a picture in its tag', 'mp3', bytes('ID3', 4, 0, 0, 0, 9, 0, 0, zeros(4000))],
  ['AAC', 'aac', aac()],
  ['M4A', 'm4a', bytes(0, 0, 0, 32, 'ftypM4A ', zeros(20))],
  ['MP4', 'mp4', bytes(0, 0, 0, 32, 'ftypisom', zeros(20))],
  ['3GP', '3gp', bytes(0, 0, 0, 32, 'ftyp3gp4', zeros(20))],
  ['QuickTime', 'mov', bytes(0, 0, 0, 32, 'ftypqt  ', zeros(20))],
  ['AVI', 'avi', bytes('RIFF', 9, 9, 0, 0, 'AVI LIST')],
  [
    'WebM',
    'webm',
    bytes(
      0x1a,
      0x45,
      0xdf,
      0xa3,
      0x9f,
      'B\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm',
    ),
  ],
  ['Matroska', 'matroska', bytes(0x1a, 0x45, 0xdf, 0xa3, 0xa3, 'B\x82\x88matroska')],
  ['FLAC', 'flac', bytes('fLaC', 0, 0, 0, 34)],
  ['FLAC behind a tag', 'flac', Buffer.concat([id3(20), bytes('fLaC', 0, 0, 0, 34)])],
  ['Ogg', 'ogg', bytes('OggS', 0, 2, zeros(20))],
  ['AIFF', 'aiff', bytes('FORM', 0, 0, 1, 0, 'AIFFCOMM')],
  ['AIFF-C', 'aiff', bytes('FORM', 0, 0, 1, 0, 'AIFCFVER')],
  ['CAF', 'caf', bytes('caff', 0, 1, 0, 0, 'desc')],
  ['AU', 'au', bytes('.snd', 0, 0, 0, 24)],
  ['Wave64', 'w64', bytes('riff\x2e\x91\xcf\x11\xa5\xd6\x28\xdb')],
  ['AMR', 'amr', bytes('#!AMR\n', 4)],
  ['AMR-WB', 'amr', bytes('#!AMR-WB\n', 4)],
  ['WMA', 'wma', bytes(0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11)],
  ["NIST SPHERE, as TIMIT's .wav", 'nist', bytes('NIST_1A\n   1024\ndatabase_id -s5 TIMIT\n')],
  ['WavPack', 'wavpack', bytes('wvpk', zeros(28))],
  ['a zip', 'zip', writeZip([{ name: 'a.wav', bytes: writeWav([1]) }])],
  ['an empty zip', 'zip', writeZip([])],
  ['gzip', 'gzip', gzipSync('RIFF')],
  ['tar', 'tar', bytes('a.wav', zeros(252), 'ustar', zeros(250))],
  ['M4B', 'm4a', bytes(0, 0, 0, 32, 'ftypM4B ', zeros(20))],
  ['M4P', 'm4a', bytes(0, 0, 0, 32, 'ftypM4P ', zeros(20))],
  ['QuickTime that begins with moov', 'mov', bytes(0, 0, 0, 32, 'moov', zeros(20))],
  ['QuickTime that begins with mdat', 'mov', bytes(0, 0, 0, 32, 'mdat', zeros(20))],
  ['QuickTime that begins with wide', 'mov', bytes(0, 0, 0, 8, 'wide', zeros(20))],
  ['Flash video', 'flv', bytes('FLV', 1, 5, 0, 0, 0, 9)],
  ['Creative Voice', 'voc', bytes('Creative Voice File\x1a')],
  ["Monkey's Audio", 'ape', bytes('MAC ', 0x96, 0x0f)],
  ['RealMedia', 'realmedia', bytes('.RMF', 0, 0, 0, 18)],
  ['RealAudio', 'realmedia', bytes('.ra\xfd', 0, 3)],
  ['Shorten', 'shorten', bytes('ajkg', 2, 0xfb)],
  ['MIDI', 'midi', bytes('MThd', 0, 0, 0, 6)],
  ['WebM as early as it may be named', 'webm', webmNamedAt(8)],
  ['WebM as late as it may be named', 'webm', webmNamedAt(55)],
  ['Matroska that is named later', 'matroska', webmNamedAt(56)],
  ['a zip in parts', 'zip', bytes('PK\x07\x08PK\x03\x04', zeros(30))],
  ['bzip2', 'bzip2', bytes('BZh91AY&SY')],
  ['xz', 'xz', bytes(0xfd, '7zXZ', 0, 0, 4)],
  ['Zstandard', 'zstd', bytes(0x28, 0xb5, 0x2f, 0xfd, 0x24)],
  ['7z', '7z', bytes('7z\xbc\xaf\x27\x1c', 0, 4)],
  ['RAR', 'rar', bytes('Rar!\x1a\x07\x01\x00')],
  ['GIF of 1987', 'gif', bytes('GIF87a', 1, 0)],
  ['GIF of 1989', 'gif', bytes('GIF89a', 1, 0)],
  ['NumPy', 'npy', bytes('\x93NUMPY', 1, 0)],
  ['HDF5', 'hdf5', bytes('\x89HDF\r\n\x1a\n')],
  ['AppleSingle', 'apple-double', bytes(0, 5, 22, 0, 0, 2, 0, 0)],
  ['PDF', 'pdf', bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3')],
  ['PNG', 'png', bytes(0x89, 'PNG\r\n\x1a\n')],
  ['JPEG', 'jpeg', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 'JFIF')],
  ['Parquet', 'parquet', bytes('PAR1', 0x15)],
  ['AppleDouble', 'apple-double', bytes(0, 5, 22, 7, 0, 2, 0, 0, 'Mac OS X        ')],
  ['.DS_Store', 'ds-store', bytes(0, 0, 0, 1, 'Bud1')],
  [
    'Git LFS',
    'git-lfs',
    bytes('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n'),
  ],
  ['git-annex', 'git-annex', bytes('/annex/objects/MD5E-s12--900150983cd24fb0.wav\n')],
  [
    'git-annex as a link',
    'git-annex',
    bytes('../.git/annex/objects/zQ/8k/MD5E-s12--9001.wav/MD5E-s12--9001.wav'),
  ],
  ['HTML', 'html', bytes('<!DOCTYPE html>\n<html><head>')],
  ['HTML without a doctype', 'html', bytes('\n\n  <HTML lang="en">')],
  ['HTML with a byte order mark', 'html', bytes(0xef, 0xbb, 0xbf, '<html>')],
  ['XML', 'xml', bytes('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>')],
  ...['{"message": "Not Found"}', '{}', '[]', '[ {', '["a"', '[[1', '[1, 2]', ' [3'].map(
    (text): [string, FileFormat, Uint8Array] => [`JSON: ${text}`, 'json', bytes(text)],
  ),
  ...['html', 'HEAD', 'body', 'script', 'meta', 'title', '!--'].map(
    (tag): [string, FileFormat, Uint8Array] => [`HTML: ${tag}`, 'html', bytes(`<${tag} x>`)],
  ),
  ['XML without a declaration', 'xml', bytes('<rss version="2.0">')],
  ['a pointer of the first Git LFS', 'git-lfs', bytes('version https://hawser.github.com/spec/v1')],
  ['a bracket that is no JSON', 'text', bytes('[x]')],
  ['a brace that is no JSON', 'text', bytes('{x}')],
  ['a sign that is no tag', 'text', bytes('< 5')],
  ['text', 'text', bytes('file,label\na.wav,happy\n')],
  ['text with umlauts', 'text', Buffer.from('Übung macht den Meister')],
  ['UTF-16', 'text', utf16('hello')],
  ['UTF-16 HTML', 'html', utf16('<html>')],
  ['nothing', 'empty', bytes()],
  ['zeros', 'zeros', new Uint8Array(5000)],
  ['a RIFF of another form', 'unknown', bytes('RIFF', 9, 9, 0, 0, 'WEBPVP8 ')],
  ['raw samples', 'unknown', bytes(0xfe, 0xff, 1, 0, 0xfb, 0xff, 3, 0)],
  // The same eleven bits begin a frame of MP3.
  ['raw samples just below 0', 'unknown', bytes(`\xff\xfb\x90\x00${'\xfd\xff'.repeat(400)}`)],
  ['compressed bytes', 'unknown', deflateRawSync(Buffer.from('RIFF and more, RIFF and more'))],
];

describe('sniffFormat', () => {
  it.each(CASES)('knows %s', (_, format, file) => {
    expect(sniffFormat(file).format).toBe(format);
    // The first 4,096 bytes are enough.
    expect(sniffFormat(file.subarray(0, 4096)).format).toBe(format);
  });

  it.each(CASES)('takes every beginning of %s for something', (_, __, file) => {
    for (let length = 0; length < Math.min(file.length, 600); length++) {
      expect(sniffFormat(file.subarray(0, length)).description).toMatch(/^[ -~]+$/);
    }
  });

  it('says what to do with each format', () => {
    const extensions: string[] = [];
    const others: Record<string, string | undefined> = {};
    for (const [name, { advice }] of Object.entries(FORMATS)) {
      const extension = /^convert it with `ffmpeg -i in\.(\w+) out\.wav`$/.exec(advice ?? '')?.[1];
      if (extension === undefined) others[name] = advice;
      else extensions.push(`${name} ${extension}`);
    }
    expect(extensions).toEqual([
      ...['mp3 mp3', 'aac aac', 'm4a m4a', 'mp4 mp4', 'mov mov', '3gp 3gp', 'avi avi', 'flv flv'],
      ...['webm webm', 'matroska mkv', 'flac flac', 'ogg ogg', 'aiff aiff', 'caf caf', 'au au'],
      ...['w64 w64', 'amr amr', 'wma wma', 'voc voc', 'wavpack wv', 'ape ape', 'realmedia rm'],
      'shorten shn',
    ]);
    const archives = ['zip', 'gzip', 'bzip2', 'xz', 'zstd', '7z', 'rar', 'tar'];
    const again = ['html', 'xml', 'json', 'empty', 'zeros'];
    expect(others).toMatchObject({
      ...Object.fromEntries(archives.map((name) => [name, 'unpack it'])),
      ...Object.fromEntries(again.map((name) => [name, 'fetch the file again'])),
      nist: 'convert it with `sph2pipe -f wav in.sph out.wav`, or with `sox in.sph out.wav`',
      'apple-double': 'the recording has the same name without `._`',
      'git-lfs': 'fetch the file with `git lfs pull`',
      'git-annex': 'fetch the file with `git annex get`, or `datalad get`',
    });
    const none = ['wav', 'midi', 'pdf', 'png', 'jpeg', 'gif', 'parquet', 'npy', 'hdf5', 'ds-store'];
    expect(Object.keys(others).filter((name) => others[name] === undefined)).toEqual([
      ...none,
      'text',
      'unknown',
    ]);
  });

  it('says what an MP3 is, and what to do', () => {
    expect(sniffFormat(mp3())).toEqual({
      format: 'mp3',
      description: 'an MP3 file',
      advice: 'convert it with `ffmpeg -i in.mp3 out.wav`',
    });
  });

  it('wants bytes', () => {
    expect(() => sniffFormat('voice.wav' as never)).toThrow(
      'sniffFormat: `bytes` must be a Uint8Array, got String',
    );
  });

  it('quotes the first line of a text, 24 letters of it', () => {
    const described = (text: string): string => sniffFormat(bytes(text)).description;
    expect(described('one\ntwo')).toBe('text that begins with "one"');
    expect(described('  one\rtwo')).toBe('text that begins with "one"');
    expect(described('abcdefghijklmnopqrstuvwxyz')).toBe(
      'text that begins with "abcdefghijklmnopqrstuvwx"',
    );
  });

  it.each([
    ['within the first 1024 bytes', 1023, 'unknown'],
    ['behind them', 1024, 'text'],
  ])('takes a text with a control character %s for what it is', (_, at, format) => {
    const text = new Uint8Array(1200).fill(0x61);
    text[at] = 1;
    expect(sniffFormat(text).format).toBe(format);
  });

  it.each([0, 8, 14, 26, 28, 31, 127])('takes bytes of %d for no text', (code) => {
    expect(sniffFormat(bytes('ab', code, 'cd')).format).toBe('unknown');
  });

  it.each([9, 10, 11, 12, 13, 27])('takes a text with a byte of %d for text', (code) => {
    expect(sniffFormat(bytes('ab', code, 'cd')).format).toBe('text');
  });

  it('takes UTF-16 for text where half of its letters or more are ASCII', () => {
    expect(sniffFormat(utf16('abçéñ')).format).toBe('unknown');
    expect(sniffFormat(utf16('abçé')).format).toBe('text');
    const big = bytes(0xfe, 0xff, 0, 'h', 0, 'i');
    expect(sniffFormat(big).description).toBe('text that begins with "hi"');
  });

  it('takes text for text wherever its first 1024 bytes end', () => {
    // The 1024th byte is the first of the two of an é.
    expect(sniffFormat(Buffer.from(`${'a'.repeat(1023)}é`)).format).toBe('text');
  });

  it('quotes nothing that a terminal would obey', () => {
    const quoted = sniffFormat(Buffer.from('a\u009b31m\u202eb\u001b[0m, and more')).description;
    expect(quoted).toBe('text that begins with "a?31m?b?[0m, and more"');
    expect(sniffFormat(bytes('RIFF', 0, 0, 0, 0, '\x1b[2J')).description).toContain('"?[2J"');
    expect(sniffFormat(bytes('\x9b31m')).description).toBe('bytes that begin with 9b 33 31 6d');
  });
});

describe('decodeWav', () => {
  it.each(CASES.filter(([, format]) => format !== 'wav'))('says that it got %s', (_, __, file) => {
    const { description, advice } = sniffFormat(file);
    const remedy = advice === undefined ? '' : `: ${advice}`;
    expect(() => decodeWav(file, { name: 'x.wav' })).toThrow(
      expect.objectContaining({
        code: 'not-wav',
        file: 'x.wav',
        message: `decodeWav: x.wav must be a WAV file, got ${description}${remedy}`,
      }),
    );
  });
});
