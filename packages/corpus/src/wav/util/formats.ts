/** The names of the formats that `sniffFormat` knows. */
export type FileFormat =
  | 'wav'
  | 'mp3'
  | 'aac'
  | 'm4a'
  | 'mp4'
  | 'mov'
  | '3gp'
  | 'avi'
  | 'flv'
  | 'webm'
  | 'matroska'
  | 'flac'
  | 'ogg'
  | 'aiff'
  | 'caf'
  | 'au'
  | 'w64'
  | 'amr'
  | 'wma'
  | 'voc'
  | 'wavpack'
  | 'ape'
  | 'realmedia'
  | 'nist'
  | 'shorten'
  | 'midi'
  | 'zip'
  | 'gzip'
  | 'bzip2'
  | 'xz'
  | 'zstd'
  | '7z'
  | 'rar'
  | 'tar'
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'parquet'
  | 'npy'
  | 'hdf5'
  | 'apple-double'
  | 'ds-store'
  | 'git-lfs'
  | 'git-annex'
  | 'html'
  | 'xml'
  | 'json'
  | 'text'
  | 'empty'
  | 'zeros'
  | 'unknown';

/** What is known of a format. */
interface Format {
  /** What a file of it is called. */
  description: string;
  /** How to get a WAV from it. Default: none. */
  advice?: string;
}

/** The advice for everything that FFmpeg reads. */
const ffmpeg = (extension: string): string =>
  `convert it with \`ffmpeg -i in.${extension} out.wav\``;
const sound = (description: string, extension: string): Format => ({
  description,
  advice: ffmpeg(extension),
});
const archive = (description: string): Format => ({ description, advice: 'unpack it' });
const AGAIN = 'fetch the file again';

/** What is known of every format. */
export const FORMATS: Readonly<Record<FileFormat, Format>> = {
  wav: { description: 'a WAV file' },
  mp3: sound('an MP3 file', 'mp3'),
  aac: sound('an AAC file', 'aac'),
  m4a: sound('an M4A file', 'm4a'),
  mp4: sound('an MP4 file', 'mp4'),
  mov: sound('a QuickTime file', 'mov'),
  '3gp': sound('a 3GP file', '3gp'),
  avi: sound('an AVI file', 'avi'),
  flv: sound('a Flash video', 'flv'),
  webm: sound('a WebM file', 'webm'),
  matroska: sound('a Matroska file', 'mkv'),
  flac: sound('a FLAC file', 'flac'),
  ogg: sound('an Ogg file', 'ogg'),
  aiff: sound('an AIFF file', 'aiff'),
  caf: sound('a Core Audio file', 'caf'),
  au: sound('an AU file', 'au'),
  w64: sound('a Wave64 file', 'w64'),
  amr: sound('an AMR file', 'amr'),
  wma: sound('a Windows Media file', 'wma'),
  voc: sound('a Creative Voice file', 'voc'),
  wavpack: sound('a WavPack file', 'wv'),
  ape: sound("a Monkey's Audio file", 'ape'),
  realmedia: sound('a RealMedia file', 'rm'),
  nist: {
    description: 'a NIST SPHERE file',
    advice: 'convert it with `sph2pipe -f wav in.sph out.wav`, or with `sox in.sph out.wav`',
  },
  shorten: sound('a Shorten file', 'shn'),
  midi: { description: 'a MIDI file, which holds notes and no sound' },
  zip: archive('a zip'),
  gzip: archive('a gzip file'),
  bzip2: archive('a bzip2 file'),
  xz: archive('an xz file'),
  zstd: archive('a Zstandard file'),
  '7z': archive('a 7z archive'),
  rar: archive('a RAR archive'),
  tar: archive('a tar archive'),
  pdf: { description: 'a PDF' },
  png: { description: 'a PNG image' },
  jpeg: { description: 'a JPEG image' },
  gif: { description: 'a GIF image' },
  parquet: { description: 'a Parquet table' },
  npy: { description: 'a NumPy array' },
  hdf5: { description: 'an HDF5 file' },
  'apple-double': {
    description: 'an AppleDouble file, in which macOS keeps the attributes of another',
    advice: 'the recording has the same name without `._`',
  },
  'ds-store': { description: 'a .DS_Store file of macOS' },
  'git-lfs': {
    description: 'a pointer of Git LFS in place of the file',
    advice: 'fetch the file with `git lfs pull`',
  },
  'git-annex': {
    description: 'a pointer of git-annex in place of the file',
    advice: 'fetch the file with `git annex get`, or `datalad get`',
  },
  html: {
    description: 'a web page (HTML), which a server sends in place of a file',
    advice: AGAIN,
  },
  xml: { description: 'XML, which a server sends in place of a file', advice: AGAIN },
  json: { description: 'JSON, which a server sends in place of a file', advice: AGAIN },
  text: { description: 'text' },
  empty: { description: 'no bytes at all', advice: AGAIN },
  zeros: { description: 'nothing but zeros', advice: AGAIN },
  unknown: { description: 'bytes of an unknown kind' },
};
