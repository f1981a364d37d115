import { asciiAt } from './util/ascii-at.ts';
import { checkBytes } from './util/check-bytes.ts';
import { CONTAINERS } from './util/containers.ts';
import { wholeFile } from './util/file-bytes.ts';
import { type FileFormat, FORMATS } from './util/formats.ts';
import { sniffMpegFrames } from './util/mpeg-frames.ts';
import { SIGNATURES } from './util/signatures.ts';
import { skipId3 } from './util/skip-id3.ts';
import { sniffText } from './util/sniff-text.ts';

/** What the bytes of a file are, whatever its name is. */
export interface SniffedFormat {
  format: FileFormat;
  /** What it is, to stand behind "got": `an MP3 file`. */
  description: string;
  /** How to get a WAV from it. Default: none. */
  advice?: string;
}

/** Where the form of a RIFF file is. */
const FORM_OFFSET = 8;

/**
 * Says what a file is by its first bytes, as the Unix command `file` does, and how to get a WAV
 * from it. It knows what is found under the names of recordings: other sounds and videos, archives,
 * web pages in place of downloads, and the pointers of Git LFS and git-annex.
 *
 * The npm package file-type does not do for this. It answers asynchronously, needs Node 22, and
 * knows neither text nor pointers.
 *
 * @param bytes The file, or its first 4,096 bytes, which are enough.
 * @returns `format` is `'unknown'` where the bytes say nothing.
 * @throws {CorpusError} `bad-argument` for what is no `Uint8Array`.
 *
 * @example
 * sniffFormat(await readFile('voice.wav'));
 * // { format: 'mp3', description: 'an MP3 file',
 * //   advice: 'convert it with `ffmpeg -i in.mp3 out.wav`' }
 */
export function sniffFormat(bytes: Uint8Array): SniffedFormat {
  checkBytes('sniffFormat', bytes);
  if (bytes.length === 0) return named('empty');
  const start = skipId3(wholeFile(bytes));
  // Nothing but MP3 has a tag of which the end is not among the first bytes.
  if (start >= bytes.length) return named('mp3');
  const body = bytes.subarray(start);
  if (CONTAINERS.includes(asciiAt(body, 0, 4))) return sniffRiff(body);
  const signature = SIGNATURES.find(({ at, text }) => asciiAt(body, at, text.length) === text);
  if (signature !== undefined) return named(signature.format);
  const text = sniffText(body);
  if (text !== undefined) return { ...named(text.format), ...text };
  const frames = sniffMpegFrames(body);
  if (frames !== undefined) return named(frames);
  if (isZero(body)) return named('zeros');
  const first = Array.from(body.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0'));
  return { format: 'unknown', description: `bytes that begin with ${first.join(' ')}` };
}

function named(format: FileFormat): SniffedFormat {
  return { format, ...FORMATS[format] };
}

function isZero(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length && bytes[at] === 0) at++;
  return at === bytes.length;
}

function sniffRiff(body: Uint8Array): SniffedFormat {
  const form = asciiAt(body, FORM_OFFSET, 4);
  // A file that is cut before its form is taken for what most of them are.
  if (form === 'WAVE' || body.length < FORM_OFFSET + 4) return named('wav');
  if (form === 'AVI ') return named('avi');
  const printable = form.replace(/[^ -~]/g, '?');
  return { format: 'unknown', description: `a RIFF file of the form "${printable}"` };
}
