import type { Labelling } from './labelling.ts';

/** Words of one emotion, as corpora call it. */
const WORDS: readonly (readonly string[])[] = [
  ['angry', 'anger', 'ang', 'mad', 'rage'],
  ['happy', 'happiness', 'hap', 'joy', 'joyful', 'amused', 'amusement'],
  ['sad', 'sadness', 'unhappy'],
  ['fearful', 'fear', 'afraid', 'scared', 'anxious', 'anxiety', 'fea'],
  ['disgust', 'disgusted', 'dis'],
  ['surprised', 'surprise', 'ps', 'pleasant surprise', 'pleasant_surprise', 'sur'],
  ['neutral', 'neutrality', 'normal', 'neu'],
  ['calm', 'calmness'],
  ['boredom', 'bored', 'bore'],
  ['sleepiness', 'sleepy'],
];

/**
 * What to write so that data speak of a model's labels: words of one emotion are joined, and what
 * the model does not know is left out.
 *
 * @param map the one that was given already
 */
export function mapHint(
  unknown: readonly string[],
  known: readonly string[],
  map: Labelling['map'] = {},
  hasKnown = true,
): string {
  const nameFor = (label: string): string | null => {
    if (known.includes(label)) return label;
    const word = label.toLowerCase();
    const same = WORDS.find((words) => words.includes(word)) ?? [word];
    return known.find((name) => same.includes(name.toLowerCase())) ?? null;
  };
  const given = Object.entries(map);
  // A label that a map has made has no clips under that name.
  const made = new Set(given.map(([, name]) => name));
  const all = [
    ...given.map(([label, name]): [string, string | null] => [label, name && nameFor(name)]),
    ...unknown
      .filter((label) => !made.has(label))
      .map((label): [string, string | null] => [label, nameFor(label)]),
  ];
  if (!hasKnown && all.every(([, name]) => name === null)) {
    // A map that leaves all clips out helps nobody.
    return (
      'Say which of the model’s labels each is, such as ' +
      `--label-map '${all[0][0]}=${known[0]}'; - in place of a name leaves its clips out`
    );
  }
  const isPlain = all.every((pair) => pair.every((text) => text === null || /^[^=,]+$/.test(text)));
  if (!isPlain) {
    return `Give them the model's names: --label-map map.json with ${JSON.stringify(Object.fromEntries(all))}`;
  }
  const text = all.map(([label, name]) => `${label}=${name ?? '-'}`).join(',');
  const quoted = /^[\w=,.-]+$/.test(text) ? text : `'${text}'`;
  return `Give them the model's names, - leaves clips out: --label-map ${quoted}`;
}
