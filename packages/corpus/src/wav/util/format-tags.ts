/** What the format tags of encodings that are not read are called. */
export const FORMAT_TAG_NAMES: ReadonlyMap<number, string> = new Map([
  [0x2, 'Microsoft ADPCM'],
  [0x11, 'IMA ADPCM'],
  [0x31, 'GSM 6.10'],
  [0x40, 'G.721 ADPCM'],
  [0x45, 'G.726 ADPCM'],
  [0x50, 'MPEG audio'],
  [0x55, 'MP3'],
  [0xff, 'AAC'],
  [0x161, 'Windows Media Audio'],
  [0x2000, 'AC-3'],
  [0xf1ac, 'FLAC'],
]);
