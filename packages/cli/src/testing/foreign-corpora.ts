import type { Recipe } from '@ser/experiment';
import type { Sandbox } from './sandbox.ts';
import { voiceWav } from './voice-wav.ts';

/** A discriminant analysis of a few numbers a clip: nothing trains faster. */
const TINY_LDA_RECIPE: Recipe = {
  version: 1,
  name: 'tiny-lda',
  description: 'a discriminant analysis of 13 cepstral coefficients, for tests',
  features: { sampleRate: 16_000, features: [{ kind: 'mfcc', nMfcc: 13 }] },
  variants: [],
  model: { kind: 'lda', shrinkage: 0.5 },
  fit: null,
  stop: null,
};

/** A small corpus that a test writes. */
export interface ForeignCorpus {
  name: string;
  /** Its files below `data`. */
  files: readonly string[];
  /** What labels them. */
  args: readonly string[];
  labels: readonly string[];
  speakers: readonly string[];
  conditions: readonly string[];
  /** Other files, beside `data`. */
  more?: Readonly<Record<string, string>>;
}

const EMODB_SPEAKERS = ['03', '08', '09', '10', '11', '12', '13', '14'];
const ACTORS = ['1001', '1002', '1003', '1004', '1005', '1006', '1007'];
const CALLERS = ['ann', 'bob', 'cy', 'di', 'ed', 'flo'];

/** Each value beside each other. */
function pairs(first: readonly string[], second: readonly string[]): [string, string][] {
  return first.flatMap((a) => second.map((b): [string, string] => [a, b]));
}

const called = pairs(CALLERS, ['joy', 'rage', 'ennui']).flatMap(([who, mood]) =>
  ['1', '2'].map((take) => ({
    who,
    mood,
    file: `${who}/${mood}-${take}.wav`,
    room: `room ${take}`,
  })),
);

/** Corpora as researchers have them, but for their size. */
export const FOREIGN_CORPORA: readonly ForeignCorpus[] = [
  {
    name: 'EmoDB',
    files: pairs(EMODB_SPEAKERS, ['Wa', 'Fb', 'Lc', 'Wb']).map(
      ([speaker, mood]) => `wav/${speaker}a01${mood}.wav`,
    ),
    args: ['--labels', 'emodb'],
    labels: ['angry', 'boredom', 'happy'],
    speakers: EMODB_SPEAKERS,
    conditions: [],
  },
  {
    name: 'CREMA-D',
    files: pairs(ACTORS, ['ANG_LO', 'ANG_HI', 'SAD_LO', 'SAD_HI']).map(
      ([actor, mood]) => `AudioWAV/${actor}_IEO_${mood}.wav`,
    ),
    args: ['--labels', 'crema-d'],
    labels: ['angry', 'sad'],
    speakers: ACTORS,
    conditions: [],
  },
  {
    name: 'TESS',
    files: pairs(['OAF', 'YAF'], ['angry', 'fear', 'ps']).flatMap(([speaker, mood]) =>
      ['back', 'bar', 'base'].map((word) => `${speaker}_${mood}/${speaker}_${word}_${mood}.wav`),
    ),
    args: ['--labels', 'tess'],
    labels: ['angry', 'fearful', 'surprised'],
    speakers: ['OAF', 'YAF'],
    conditions: [],
  },
  {
    name: 'folders',
    files: pairs(CALLERS, ['joy', 'rage']).flatMap(([who, mood]) =>
      ['1', '2'].map((take) => `${who}/${mood}/${take}.wav`),
    ),
    args: ['--labels', 'folders/speaker'],
    labels: ['joy', 'rage'],
    speakers: CALLERS,
    conditions: [],
  },
  {
    name: 'a table',
    files: called.map(({ file }) => file),
    args: [
      ...['--labels', 'calls.tsv', '--columns', 'file=path,label=mood,speaker=who,condition=room'],
      ...['--label-map', 'rage=angry,joy=happy,ennui=-'],
    ],
    labels: ['angry', 'happy'],
    speakers: CALLERS,
    conditions: ['room 1', 'room 2'],
    more: {
      'calls.tsv': [
        'who\tmood\tpath\troom',
        ...called.map(({ who, mood, file, room }) => [who, mood, file, room].join('\t')),
      ].join('\n'),
    },
  },
  {
    name: 'a pattern of one’s own',
    files: pairs(CALLERS, ['up', 'down']).flatMap(([who, mood]) =>
      ['1', '2'].map((take) => `${who}-${mood}-${take}.wav`),
    ),
    args: ['--labels', 'mine.json'],
    labels: ['falling', 'rising'],
    speakers: CALLERS,
    conditions: [],
    more: {
      'mine.json': JSON.stringify({
        version: 1,
        name: 'mine',
        description: 'calls',
        pattern: '(?<speaker>\\w+)-(?<label>up|down)-\\d+\\.wav$',
        labels: { down: 'falling', up: 'rising' },
        example: 'ann-up-7.wav',
      }),
    },
  },
];

/** Writes a corpus into `data`, and the recipe `tiny.json` beside it. */
export function putCorpus(
  { put }: Pick<Sandbox, 'put'>,
  { files, more = {} }: ForeignCorpus,
): void {
  files.forEach((file, seed) => {
    put(`data/${file}`, voiceWav(seed, 0.5));
  });
  for (const [file, content] of Object.entries(more)) put(file, content);
  put('tiny.json', JSON.stringify(TINY_LDA_RECIPE));
}
