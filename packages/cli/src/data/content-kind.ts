import { open } from 'node:fs/promises';

/** Contents that a command treats apart from others. */
export type ContentKind = 'wav' | 'zip' | 'table' | 'other' | 'unknown';

/** What the first bytes of a file say that it is. */
export interface Content {
  kind: ContentKind;
  /** In words for messages, such as `an MP3`. */
  name: string;
}

/** As much as any of the marks needs: those of an HTML page come after blanks. */
const HEAD_BYTES = 512;

const LATIN1 = new TextDecoder('latin1');

/** A mark in Latin-1, and how many bytes before it say other things. */
type Mark = readonly [text: string, offset?: number];

/** What files begin with, in this order: all marks of a line must be there. */
const MARKS: readonly [kind: ContentKind, name: string, ...marks: Mark[]][] = [
  ['wav', 'a WAV', ['RIFF'], ['WAVE', 8]],
  ['wav', 'a WAV', ['RIFX'], ['WAVE', 8]],
  ['wav', 'a WAV', ['RF64'], ['WAVE', 8]],
  ['wav', 'a WAV', ['BW64'], ['WAVE', 8]],
  ['zip', 'a zip', ['PK\x03\x04']],
  ['zip', 'a zip', ['PK\x05\x06']],
  ['zip', 'a zip', ['PK\x07\x08']],
  ['table', 'a Parquet table', ['PAR1']],
  ['other', 'an AVI video', ['RIFF'], ['AVI ', 8]],
  ['other', 'a FLAC', ['fLaC']],
  ['other', 'an Ogg file (Vorbis or Opus)', ['OggS']],
  ['other', 'an M4A (AAC)', ['ftypM4A', 4]],
  ['other', 'an MP4', ['ftyp', 4]],
  ['other', 'a WebM or Matroska file', ['\x1a\x45\xdf\xa3']],
  ['other', 'an AIFF', ['FORM'], ['AIF', 8]],
  ['other', 'an AU', ['.snd']],
  ['other', 'a NIST SPHERE file', ['NIST_1A']],
  ['other', 'an AMR', ['#!AMR']],
  ['other', 'a WMA', ['\x30\x26\xb2\x75\x8e\x66\xcf\x11']],
  ['other', 'an AAC', ['\xff\xf1']],
  ['other', 'an AAC', ['\xff\xf9']],
  ...['\xfa', '\xfb', '\xf2', '\xf3', '\xe2', '\xe3'].map((second): [ContentKind, string, Mark] => [
    'other',
    'an MP3',
    [`\xff${second}`],
  ]),
  ['other', 'a NumPy array', ['\x93NUMPY']],
  ['other', 'a gzip archive', ['\x1f\x8b']],
  ['other', 'a 7z archive', ['7z\xbc\xaf']],
  ['other', 'a RAR archive', ['Rar!']],
  ['other', 'a pointer of Git LFS', ['version https://git-lfs']],
];

/** Texts, which blanks and a byte order mark may come before. */
const TEXTS: readonly [name: string, form: RegExp][] = [
  ['an HTML page', /^(?:ï»¿)?\s*<(?:!doctype html|html|head|body|!--)/i],
  ['an XML file', /^(?:ï»¿)?\s*<\?xml/i],
  ['a text, such as JSON', /^(?:ï»¿)?\s*[{[]/],
];

/** What a file is, by its first bytes. */
export function contentKind(head: Uint8Array): Content {
  const text = LATIN1.decode(head.subarray(0, HEAD_BYTES));
  if (text === '') return { kind: 'other', name: 'an empty file' };
  for (const [kind, name, ...marks] of MARKS) {
    if (marks.every(([mark, offset = 0]) => text.startsWith(mark, offset))) return { kind, name };
  }
  for (const [name, form] of TEXTS) if (form.test(text)) return { kind: 'other', name };
  // A tag of ID3 comes before an MP3, and sometimes before a WAV.
  if (text.startsWith('ID3') && !isWavBehindTag(head)) return { kind: 'other', name: 'an MP3' };
  return { kind: 'unknown', name: 'a file of another kind' };
}

/** Whether a WAV follows the tag, whose size is written in four times seven bits. */
function isWavBehindTag(head: Uint8Array): boolean {
  const size = head.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0);
  const behind = head.subarray(10 + size, 14 + size);
  // Where the tag is longer than what was read, nobody knows: who decodes it will say.
  return behind.length < 4 || LATIN1.decode(behind).startsWith('RI');
}

/** What the file at a path is. */
export async function contentKindOf(file: string): Promise<Content> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return contentKind(buffer.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

/** How people make a WAV of another recording; undefined for what is no recording. */
export function toWavHint(name: string): string | undefined {
  return /MP3|M4A|MP4|FLAC|Ogg|WebM|AIFF|AVI|AU$|AMR|WMA|AAC|SPHERE/.test(name)
    ? 'make a WAV of it first, such as with: ffmpeg -i IN OUT.wav'
    : undefined;
}
