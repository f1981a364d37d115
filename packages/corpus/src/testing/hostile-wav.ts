// Files that strangers may send, made and read in a process of its own with `runLimited`.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { CorpusError } from '../corpus-error.ts';
import { decodeWav } from '../wav/decode-wav.ts';
import { inspectWav } from '../wav/inspect-wav.ts';
import { sniffFormat } from '../wav/sniff-format.ts';
import { writeWav } from './write-wav.ts';

/** Bytes of the files that are large. */
const LARGE = 16_000_000;

/** `LARGE` bytes of one text, again and again. */
function filled(text: string, bytes: number = LARGE): Uint8Array {
  return new Uint8Array(Buffer.alloc(bytes, text, 'latin1'));
}

/** A good file with its size of samples replaced, and `tail` in place of them. */
function withTail(tail: Uint8Array, dataSize: number): Uint8Array {
  return Buffer.concat([writeWav([], { claims: { dataSize } }), tail]);
}

/** What the files are, by what is wrong with them. */
const FILES: Record<string, () => Uint8Array> = {
  'four thousand million frames': () => writeWav([1], { claims: { dataSize: 0xf0000000 } }),
  'more frames than numbers are exact for': () =>
    writeWav([1], { container: 'RF64', claims: { dataSize64: 2 ** 52 } }),
  'sixty thousand channels': () => writeWav([1], { channels: 65_535 }),
  'a block of every size': () => writeWav([1], { claims: { blockAlign: 65_535, bits: 65_535 } }),
  'a format of four gigabytes': () => {
    const bytes = writeWav([1]);
    new DataView(bytes.buffer).setUint32(16, 0xfffffff0, true);
    return bytes;
  },
  'chunks without bytes before the samples': () =>
    Buffer.concat([writeWav([1]).subarray(0, 36), filled('junk\0\0\0\0')]),
  'chunks without bytes in place of samples': () => withTail(filled('junk\0\0\0\0'), 0),
  'odd chunks in place of samples': () => withTail(filled('junk\x01\0\0\0x'), 0),
  'chunks of samples without end': () => withTail(filled('data\0\0\0\0'), 0),
  'tags without end': () => filled('ID3\x04\0\0\0\0\0\0'),
  'a tag of 256 MB': () => filled('ID3\x04\0\0\x7f\x7f\x7f\x7f', 10),
  zeros: () => new Uint8Array(LARGE),
  'zeros behind the samples': () => Buffer.concat([writeWav([1]), new Uint8Array(LARGE)]),
  'brackets of JSON': () => filled('['),
  'brackets of HTML': () => filled('<'),
  blanks: () => filled(' '),
  'frames of MP3': () => filled('\xff\xfb\x10\x00'),
};

/** What a file is, and what became of it: the code of the error or of the problems. */
export interface HostileOutcome {
  format: string;
  /** Refusing what is cut, and reading it. */
  decoded: (string | string[])[];
  /** Processor time that reading took, without that for making the file. */
  seconds: number;
}

/** Reads each of the files with everything that reads WAVs. */
export function readHostile(): Record<string, HostileOutcome> {
  setFlagsFromString('--expose-gc');
  // Nothing is held that is not needed: memory is that of the worst file, whenever V8 collects.
  const collect = runInNewContext('gc') as () => void;
  return Object.fromEntries(
    Object.entries(FILES).map(([name, make]) => {
      return [name, readOne(make(), collect)];
    }),
  );
}

function readOne(bytes: Uint8Array, collect: () => void): HostileOutcome {
  collect();
  const before = process.cpuUsage();
  const { format } = sniffFormat(bytes);
  const decoded = (['error', 'read'] as const).map((truncated) => {
    try {
      decodeWav(bytes, { truncated });
      collect();
      return inspectWav(bytes, { truncated }).problems.map(({ code }) => code);
    } catch (error) {
      if (CorpusError.isInstance(error)) return error.code;
      throw error;
    }
  });
  const { user, system } = process.cpuUsage(before);
  return { format, decoded, seconds: (user + system) / 1e6 };
}
