import { expect, test } from 'vitest';
import { ARCHIVES } from './archives.ts';

test('the archives are those that Zenodo lists in record 1188976', () => {
  expect(ARCHIVES).toEqual({
    speech: {
      name: 'Audio_Speech_Actors_01-24.zip',
      size: 208468073,
      md5: 'bc696df654c87fed845eb13823edef8a',
    },
    song: {
      name: 'Audio_Song_Actors_01-24.zip',
      size: 225505317,
      md5: '5411230427d67a21e18aa4d466e6d1b9',
    },
  });
});
