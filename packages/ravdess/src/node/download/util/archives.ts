/** One of RAVDESS' audio archives. */
export interface Archive {
  name: string;
  /** Bytes. */
  size: number;
  md5: string;
}

/** Zenodo record 1188976, as its page lists them. */
export const ARCHIVES: Readonly<Record<'speech' | 'song', Archive>> = {
  speech: {
    name: 'Audio_Speech_Actors_01-24.zip',
    size: 208_468_073,
    md5: 'bc696df654c87fed845eb13823edef8a',
  },
  song: {
    name: 'Audio_Song_Actors_01-24.zip',
    size: 225_505_317,
    md5: '5411230427d67a21e18aa4d466e6d1b9',
  },
};
