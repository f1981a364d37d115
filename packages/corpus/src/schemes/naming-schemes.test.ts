import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { guessScheme } from './guess-scheme.ts';
import { labelsFromScheme } from './labels-from-scheme.ts';
import type { NamingScheme } from './naming-scheme.ts';
import { NAMING_SCHEMES } from './naming-schemes.ts';

const FOLDER = new URL('../../schemes/', import.meta.url);

type Row = readonly [path: string, label: string, speaker: string, id: string];

/** Names that the data sets' own files have, and what their documentation says of them. */
const REAL: Readonly<Record<string, readonly Row[]>> = {
  emodb: [
    ['wav/03a01Fa.wav', 'happy', '03', '03a01Fa'],
    ['03a04Wc.wav', 'angry', '03', '03a04Wc'],
    ['08b10Nc.wav', 'neutral', '08', '08b10Nc'],
    ['10a07La.wav', 'boredom', '10', '10a07La'],
    ['13b01Ec.wav', 'disgust', '13', '13b01Ec'],
    ['16b01Aa.wav', 'fearful', '16', '16b01Aa'],
    ['14a02Tb.wav', 'sad', '14', '14a02Tb'],
  ],
  'crema-d': [
    ['AudioWAV/1001_DFA_ANG_XX.wav', 'angry', '1001', '1001_DFA_ANG_XX'],
    ['1003_IEO_DIS_MD.wav', 'disgust', '1003', '1003_IEO_DIS_MD'],
    ['1007_IEO_FEA_HI.wav', 'fearful', '1007', '1007_IEO_FEA_HI'],
    ['1088_IEO_HAP_LO.wav', 'happy', '1088', '1088_IEO_HAP_LO'],
    ['1091_WSI_NEU_XX.wav', 'neutral', '1091', '1091_WSI_NEU_XX'],
    // The one name with a single letter at its end.
    ['1040_ITH_SAD_X.wav', 'sad', '1040', '1040_ITH_SAD_X'],
  ],
  tess: [
    [
      'TESS Toronto emotional speech set data/OAF_angry/OAF_back_angry.wav',
      'angry',
      'OAF',
      'OAF_back_angry',
    ],
    ['OAF_Pleasant_surprise/OAF_back_ps.wav', 'surprised', 'OAF', 'OAF_back_ps'],
    ['YAF_pleasant_surprised/YAF_food_ps.wav', 'surprised', 'YAF', 'YAF_food_ps'],
    ['YAF_back_pleasant_surprise.wav', 'surprised', 'YAF', 'YAF_back_pleasant_surprise'],
    ['YAF_back_pleasant_surprised.wav', 'surprised', 'YAF', 'YAF_back_pleasant_surprised'],
    ['OAF_Fear/OAF_back_fear.wav', 'fearful', 'OAF', 'OAF_back_fear'],
    ['OAF_Sad/OAF_back_sad.wav', 'sad', 'OAF', 'OAF_back_sad'],
    ['YAF_dog_FEAR.wav', 'fearful', 'YAF', 'YAF_dog_FEAR'],
    ['YAF_germ_disgust.wav', 'disgust', 'YAF', 'YAF_germ_disgust'],
    ['YAF_neat_happy.wav', 'happy', 'YAF', 'YAF_neat_happy'],
    // The one name that lacks a letter.
    ['OAF_neutral/OA_bite_neutral.wav', 'neutral', 'OAF', 'OA_bite_neutral'],
  ],
  savee: [
    ['AudioData/DC/a01.wav', 'angry', 'DC', 'DC/a01'],
    ['ALL/JE_d03.wav', 'disgust', 'JE', 'JE_d03'],
    ['KL_f12.wav', 'fearful', 'KL', 'KL_f12'],
    ['JK/h15.wav', 'happy', 'JK', 'JK/h15'],
    ['DC/n30.wav', 'neutral', 'DC', 'DC/n30'],
    ['DC/sa10.wav', 'sad', 'DC', 'DC/sa10'],
    ['DC_su15.wav', 'surprised', 'DC', 'DC_su15'],
  ],
  urdu: [
    ['Angry/SM1_F10_A010.wav', 'angry', 'SM1', 'SM1_F10_A010'],
    ['Happy/SF1_F1_H01.wav', 'happy', 'SF1', 'SF1_F1_H01'],
    ['Neutral/SM24_F2_N002.wav', 'neutral', 'SM24', 'SM24_F2_N002'],
    ['Sad/SM5_F60_S100.wav', 'sad', 'SM5', 'SM5_F60_S100'],
  ],
  emovo: [
    ['EMOVO/f1/dis-f1-b1.wav', 'disgust', 'f1', 'dis-f1-b1'],
    ['gio-f2-l1.wav', 'happy', 'f2', 'gio-f2-l1'],
    ['neu-m1-d1.wav', 'neutral', 'm1', 'neu-m1-d1'],
    ['pau-f1-b1.wav', 'fearful', 'f1', 'pau-f1-b1'],
    ['rab-m2-b2.wav', 'angry', 'm2', 'rab-m2-b2'],
    ['sor-f3-n4.wav', 'surprised', 'f3', 'sor-f3-n4'],
    ['tri-m3-n5.wav', 'sad', 'm3', 'tri-m3-n5'],
  ],
  cafe: [
    ['Colère/Faible/01-C-1-1.aiff', 'angry', '01', '01-C-1-1'],
    ['Dégoût/Fort/07-D-2-6.wav', 'disgust', '07', '07-D-2-6'],
    ['Joie/Fort/12-J-2-1.wav', 'happy', '12', '12-J-2-1'],
    // Neutral speech has no intensity.
    ['Neutre/03-N-1.wav', 'neutral', '03', '03-N-1'],
    ['Peur/Faible/09-P-1-3.wav', 'fearful', '09', '09-P-1-3'],
    ['Surprise/Fort/09-S-2-4.wav', 'surprised', '09', '09-S-2-4'],
    ['Tristesse/Fort/03-T-2-6.wav', 'sad', '03', '03-T-2-6'],
  ],
  'jl-corpus': [
    ['JL(wav+txt)/female1_angry_10a_1.wav', 'angry', 'female1', 'female1_angry_10a_1'],
    ['male2_sad_15b_2.wav', 'sad', 'male2', 'male2_sad_15b_2'],
    ['female1_anxious_10a_1.wav', 'anxious', 'female1', 'female1_anxious_10a_1'],
  ],
  subesco: [
    ['SUBESCO/F_01_OISHI_S_10_ANGRY_5.wav', 'angry', 'F_01', 'F_01_OISHI_S_10_ANGRY_5'],
    ['F_01_OISHI_S_1_DISGUST_1.wav', 'disgust', 'F_01', 'F_01_OISHI_S_1_DISGUST_1'],
    // The one name with a bracket.
    ['F_02_MONIKA_S_2_SURPRISE_3].wav', 'surprised', 'F_02', 'F_02_MONIKA_S_2_SURPRISE_3'],
  ],
  'emov-db': [
    ['bea/Amused/amused_1-15_0002.wav', 'amused', 'bea', 'bea/Amused/amused_1-15_0002'],
    ['bea/Amused/amused_141_168_0141.wav', 'amused', 'bea', 'bea/Amused/amused_141_168_0141'],
    ['sam/anger_1-28_0001.wav', 'angry', 'sam', 'sam/anger_1-28_0001'],
    ['bea/anger/bea_anger_1-28_0001.wav', 'angry', 'bea', 'bea_anger_1-28_0001'],
    ['sam/neutral_477-504_0504.wav', 'neutral', 'sam', 'sam/neutral_477-504_0504'],
  ],
  shemo: [
    ['female/F01A01.wav', 'angry', 'F01', 'F01A01'],
    ['male/M02W03.wav', 'surprised', 'M02', 'M02W03'],
    ['F21N37.wav', 'neutral', 'F21', 'F21N37'],
    ['M02F01.wav', 'fearful', 'M02', 'M02F01'],
    ['F03S02.wav', 'sad', 'F03', 'F03S02'],
  ],
  nemo: [
    ['samples/KS0_surprised_70.wav', 'surprised', 'KS0', 'KS0_surprised_70'],
    ['samples/KD0_anger_54.wav', 'angry', 'KD0', 'KD0_anger_54'],
    ['IC0_fear_68.wav', 'fearful', 'IC0', 'IC0_fear_68'],
    ['IC0_sadness_82.wav', 'sad', 'IC0', 'IC0_sadness_82'],
    ['WR0_happiness_1.wav', 'happy', 'WR0', 'WR0_happiness_1'],
  ],
  ased: [
    ['01Neutral/n1-01-01-01-01.wav', 'neutral', '01', 'n1-01-01-01-01'],
    ['02Fearful/f2-03-02-02-65.wav', 'fearful', '65', 'f2-03-02-02-65'],
    ['03Happy/h3-01-01-02-08.wav', 'happy', '08', 'h3-01-01-02-08'],
    ['05Angry/a5-07-02-01-05.wav', 'angry', '05', 'a5-07-02-01-05'],
    // The one name with a capital.
    ['04Sad/S4-04-02-01-29.wav', 'sad', '29', 'S4-04-02-01-29'],
  ],
  turev: [
    ['Sound Source/Calm/1358_sk_beste.wav', 'calm', '1358', '1358_sk_beste'],
    ['Sad/7895_hl_ogul1.wav', 'sad', '7895', '7895_hl_ogul1'],
    ['Angry/1157_kz_acik.wav', 'angry', '1157', '1157_kz_acik'],
    ['Happy/1234_mt_acik.wav', 'happy', '1234', '1234_mt_acik'],
  ],
  esd: [
    ['0011/Angry/0011_000351.wav', 'angry', '0011', '0011_000351'],
    ['mandarin/0002/Surprise/0002_001403.wav', 'surprised', '0002', '0002_001403'],
    ['0011/Sad/train/0011_001051.wav', 'sad', '0011', '0011_001051'],
  ],
};

const schemeOf = (name: string): NamingScheme => {
  const scheme = NAMING_SCHEMES.get(name);
  if (scheme === undefined) throw new Error(name);
  return scheme;
};

test('every file is a scheme under its own name', () => {
  const files = readdirSync(FOLDER).map((file) => {
    const scheme = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
    expect(`${scheme.name}.json`).toBe(file);
    expect(NAMING_SCHEMES.get(scheme.name)).toEqual(scheme);
    return scheme.name;
  });
  expect([...NAMING_SCHEMES.keys()].sort()).toEqual(files.sort());
  expect(Object.keys(REAL).sort()).toEqual(files);
});

describe.each(Object.entries(REAL))('%s', (name, rows) => {
  const read = labelsFromScheme(schemeOf(name));

  it.each(rows)('reads %s', (path, label, speaker, id) => {
    expect(read(path)).toEqual({ id, label, speaker });
    expect(read(path.replace(/\.\w+$/, '.FLAC'))).toEqual({ id, label, speaker });
  });

  it('is guessed', () => {
    expect(guessScheme(rows.map(([path]) => path))?.name).toBe(name);
  });

  it('reads no name with a character more', () => {
    for (const [path] of rows)
      expect(() => read(path.replace(/\.\w+$/, '+$&'))).toThrow('must fit');
    const file = rows[0][0].replace(/^.*\//, '');
    if (name !== 'savee') expect(() => read(`x${file}`)).toThrow('must fit');
  });

  it('speaks of emotions in RAVDESS’ words', () => {
    for (const label of Object.values(schemeOf(name).labels ?? {})) {
      expect(label).not.toMatch(/^(anger|fear|happiness|joy|sadness|disgusted|surprise)$/);
    }
  });

  it('takes no time for a name of 64 kB', () => {
    const long = [name, ...rows.map(([path]) => path)].flatMap((text) => [
      text.repeat(2 ** 16 / text.length),
      `${text.slice(0, 4)}${'a'.repeat(2 ** 16)}`,
      `${text.slice(0, 9)}${'0'.repeat(2 ** 16)}`,
    ]);
    const before = process.cpuUsage();
    for (const path of long) {
      try {
        read(path);
      } catch {}
    }
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
  });
});
