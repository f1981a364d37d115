/** The endings of the files that `decodeAudio` reads, for the option `endings` of a source. */
export const AUDIO_ENDINGS: readonly string[] = [
  '.wav',
  '.flac',
  '.mp3',
  '.ogg',
  '.oga',
  '.opus',
  '.m4a',
  '.mp4',
  '.aac',
];
