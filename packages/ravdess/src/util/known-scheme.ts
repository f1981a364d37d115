/** How other data sets of speech name their files. */
const SCHEMES: readonly { name: string; pattern: RegExp }[] = [
  {
    name: 'CREMA-D',
    // 1001_DFA_ANG_XX.wav
    pattern: /^1\d{3}_[A-Z]{3}_(ANG|DIS|FEA|HAP|NEU|SAD)_(LO|MD|HI|XX|X)$/i,
  },
  // 03a01Fa.wav
  { name: 'EMO-DB', pattern: /^\d\d[ab]\d\d[WLEAFTN][a-h]$/i },
  {
    name: 'TESS',
    // OAF_back_angry.wav
    pattern: /^[OY]AF?_[a-z]+_(angry|disgust|fear|happy|neutral|ps|sad)$/i,
  },
  // DC_a01.wav
  { name: 'SAVEE', pattern: /^((DC|JE|JK|KL)_?)?(a|d|f|h|n|sa|su)\d\d$/i },
  // SM1_F1_A01.wav
  { name: 'URDU', pattern: /^S[MF]\d+_F\d+_[AHNS]\d+$/i },
  {
    name: 'IEMOCAP',
    // Ses01F_impro01_F000.wav
    pattern: /^Ses0\d[FM]_(impro|script)\d\d\w*$/i,
  },
  // dia0_utt0.wav
  { name: 'MELD', pattern: /^dia\d+_utt\d+$/i },
  // 0011_000001.wav
  { name: 'ESD', pattern: /^00[0-2]\d_\d{6}$/ },
  {
    name: 'EMOVO',
    // dis-f1-b1.wav
    pattern: /^(dis|gio|neu|pau|rab|sor|tri)-[fm]\d-\w\d$/i,
  },
  // common_voice_en_1.wav
  { name: 'Common Voice', pattern: /^common_voice_\w+$/i },
];

/** The name of a well-known data set whose files have such names. */
export function knownScheme(base: string): string | undefined {
  const stem = base.replace(/\.[^.]*$/, '');
  return SCHEMES.find(({ pattern }) => pattern.test(stem))?.name;
}
