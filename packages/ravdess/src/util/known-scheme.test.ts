import { expect, test } from 'vitest';
import { knownScheme } from './known-scheme.ts';

/** Names of each data set that have every letter and word which its documentation lists. */
const NAMES: Record<string, string[]> = {
  'CREMA-D': [
    ...['ANG', 'DIS', 'FEA', 'HAP', 'NEU', 'SAD'].map((emotion) => `1001_DFA_${emotion}_XX.wav`),
    ...['LO', 'MD', 'HI', 'X'].map((level) => `1091_WSI_SAD_${level}.wav`),
    '1001_dfa_ang_xx.WAV',
  ],
  'EMO-DB': [...'WLEAFTN']
    .map((emotion) => `03a01${emotion}a.wav`)
    .concat('16b10Wh.wav', '08b03nb'),
  TESS: [
    ...['angry', 'disgust', 'fear', 'happy', 'neutral', 'ps', 'sad'].map(
      (emotion) => `OAF_back_${emotion}.wav`,
    ),
    'YAF_youth_ps.wav',
    'OA_bite_neutral.wav',
  ],
  SAVEE: [
    ...['a', 'd', 'f', 'h', 'n', 'sa', 'su'].map((emotion) => `${emotion}01.wav`),
    ...['DC', 'JE', 'JK', 'KL'].map((actor) => `${actor}_a15.wav`),
    'DCsa01.wav',
  ],
  URDU: [...'AHNS'].map((emotion) => `SM1_F1_${emotion}01.wav`).concat('SF27_F10_N10.wav'),
  IEMOCAP: ['Ses01F_impro01_F000.wav', 'Ses05M_script03_2_M012.wav'],
  MELD: ['dia0_utt0.wav', 'dia1038_utt16.mp4'],
  ESD: ['0011_000001.wav', '0001_000350.wav', '0020_001750.wav'],
  EMOVO: [
    ...['dis', 'gio', 'neu', 'pau', 'rab', 'sor', 'tri'].map((emotion) => `${emotion}-f1-b1.wav`),
    'dis-m3-n5.wav',
  ],
  'Common Voice': ['common_voice_en_1.wav', 'common_voice_de_17299948.mp3'],
};

test.each(Object.entries(NAMES).flatMap(([scheme, names]) => names.map((name) => [name, scheme])))(
  '%s is a name of %s',
  (name, scheme) => {
    expect(knownScheme(name)).toBe(scheme);
  },
);

/** One step beside each of them: no data set has it. */
test.each([
  '2001_DFA_ANG_XX.wav',
  '1001_DFAX_ANG_XX.wav',
  '1001_DFA_SUR_XX.wav',
  '1001_DFA_ANG_YY.wav',
  'x1001_DFA_ANG_XX.wav',
  '03c01Fa.wav',
  '03a01Xa.wav',
  '03a01Fi.wav',
  '03a01Fa2.wav',
  'UAF_back_angry.wav',
  'OAF_back_bored.wav',
  'OAF_back1_angry.wav',
  'b01.wav',
  'a001.wav',
  'XX_a01.wav',
  'SM1_F1_B01.wav',
  'SX1_F1_A01.wav',
  'Ses11F_impro01.wav',
  'Ses01X_impro01.wav',
  'Ses01F_other01.wav',
  'dia0_utt.wav',
  '0031_000001.wav',
  '0011_00001.wav',
  '0011_0000011.wav',
  'dis-x1-b1.wav',
  'abc-f1-b1.wav',
  'dis-f1-b12.wav',
  'common_voice_.wav',
  'my_common_voice_en.wav',
  '',
  '03-01-06-01-02-01-12.wav',
])('%j is a name of none', (name) => {
  expect(knownScheme(name)).toBeUndefined();
});
