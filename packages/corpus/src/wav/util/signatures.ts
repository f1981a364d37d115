import type { FileFormat } from './formats.ts';

/** The bytes by which a format is known. */
interface Signature {
  format: FileFormat;
  /** Where they are, in bytes from the start. */
  at: number;
  /** Each byte as the character of its number. */
  text: string;
}

/** The signatures of a format at one place. */
function all(format: FileFormat, at: number, ...texts: string[]): Signature[] {
  return texts.map((text) => ({ format, at, text }));
}

/** The first that fits counts. */
export const SIGNATURES: readonly Signature[] = [
  ...all('flac', 0, 'fLaC'),
  ...all('ogg', 0, 'OggS'),
  ...all('m4a', 4, 'ftypM4A', 'ftypM4B', 'ftypM4P'),
  ...all('3gp', 4, 'ftyp3g'),
  ...all('mov', 4, 'ftypqt', 'moov', 'mdat', 'wide'),
  ...all('mp4', 4, 'ftyp'),
  ...all('aiff', 8, 'AIFF', 'AIFC'),
  ...all('caf', 0, 'caff'),
  ...all('au', 0, '.snd'),
  ...all('w64', 0, 'riff\x2e\x91\xcf\x11'),
  ...all('amr', 0, '#!AMR'),
  ...all('wma', 0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11'),
  ...all('voc', 0, 'Creative Voice File'),
  ...all('wavpack', 0, 'wvpk'),
  ...all('ape', 0, 'MAC '),
  ...all('realmedia', 0, '.RMF', '.ra\xfd'),
  ...all('nist', 0, 'NIST_1A'),
  ...all('shorten', 0, 'ajkg'),
  ...all('midi', 0, 'MThd'),
  ...all('flv', 0, 'FLV\x01'),
  // Matroska's header names the kind of document within its first 64 bytes.
  ...Array.from({ length: 48 }, (_, i) => all('webm', 8 + i, '\x42\x82\x84webm')).flat(),
  ...all('matroska', 0, '\x1a\x45\xdf\xa3'),
  ...all('zip', 0, 'PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'),
  ...all('gzip', 0, '\x1f\x8b'),
  ...all('bzip2', 0, 'BZh'),
  ...all('xz', 0, '\xfd7zXZ\x00'),
  ...all('zstd', 0, '\x28\xb5\x2f\xfd'),
  ...all('7z', 0, '7z\xbc\xaf\x27\x1c'),
  ...all('rar', 0, 'Rar!\x1a\x07'),
  ...all('tar', 257, 'ustar'),
  ...all('pdf', 0, '%PDF-'),
  ...all('png', 0, '\x89PNG\r\n'),
  ...all('jpeg', 0, '\xff\xd8\xff'),
  ...all('gif', 0, 'GIF87a', 'GIF89a'),
  ...all('parquet', 0, 'PAR1'),
  ...all('npy', 0, '\x93NUMPY'),
  ...all('hdf5', 0, '\x89HDF\r\n'),
  ...all('apple-double', 0, '\x00\x05\x16\x07', '\x00\x05\x16\x00'),
  ...all('ds-store', 0, '\x00\x00\x00\x01Bud1'),
];
