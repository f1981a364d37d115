import { expect, it } from 'vitest';
import { corpusOf } from './known-names.ts';

it.each([
  ['CREMA-D', ['1001_DFA_ANG_XX.wav', '1001_IEO_HAP_HI.wav', 'x.wav']],
  ['EmoDB', ['03a01Fa.wav', '16b10Wb.wav']],
  ['TESS', ['OAF_back_angry.wav']],
  ['SAVEE', ['DC_a01.wav', 'sa15.wav']],
  ['IEMOCAP', ['Ses01F_impro01_F000.wav']],
  ['MELD', ['dia0_utt3.wav']],
  [undefined, ['1001_DFA_ANG_XX.wav', 'x.wav', 'y.wav']],
  [undefined, ['03-01-01-01-01-01-01.wav']],
  [undefined, []],
])('knows %s', (corpus, names) => {
  expect(corpusOf(names)).toBe(corpus);
});
