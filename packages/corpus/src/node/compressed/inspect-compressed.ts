import type { FileFormat } from '../../wav/util/formats.ts';
import { inspectAdts } from './adts.ts';
import type { Container } from './container.ts';
import { inspectFlac } from './flac.ts';
import { inspectMp3 } from './mp3.ts';
import { inspectMp4 } from './mp4.ts';
import { inspectOgg } from './ogg.ts';

type Inspect = (bytes: Uint8Array) => Container | undefined;

const BY_FORMAT: Readonly<Partial<Record<FileFormat, Inspect>>> = {
  flac: inspectFlac,
  mp3: inspectMp3,
  ogg: inspectOgg,
  m4a: inspectMp4,
  mp4: inspectMp4,
  mov: inspectMp4,
  '3gp': inspectMp4,
  aac: inspectAdts,
};

/** What the container of compressed sound says; undefined for a format that is not read. */
export function inspectCompressed(bytes: Uint8Array, format: FileFormat): Container | undefined {
  return BY_FORMAT[format]?.(bytes);
}
