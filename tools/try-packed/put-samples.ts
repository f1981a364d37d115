import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toneWav } from '../../packages/cli/src/testing/tone-wav.ts';
import { writeZip } from '../../packages/corpus/src/testing/write-zip.ts';
import { speechWav } from './speech-wav.ts';

/** As many as RAVDESS has: its protocols need them. */
const ACTORS = 24;

const actorOf = (index: number): string => String(index + 1).padStart(2, '0');

/** Writes the files that the READMEs' code speaks of, with sounds that are made here. */
export function putSamples(project: string): void {
  const put = (file: string, bytes: Uint8Array | string): void => {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), bytes);
  };
  put('voice.wav', speechWav());
  for (const actor of ['01', '21']) {
    for (const [i, emotion] of ['01', '05'].entries()) {
      const file = `ravdess/Actor_${actor}/03-01-${emotion}-01-01-01-${actor}.wav`;
      put(file, toneWav(3, 200 + 50 * i + Number(actor)));
    }
  }
  put('recordings/a.wav', toneWav(1, 400));
  const calls = ['ann', 'bob', 'cy', 'di', 'ed', 'flo', 'gus'].flatMap((speaker, i) =>
    ['angry', 'happy'].map((label, j) => {
      const file = `${speaker}-${label}.wav`;
      put(`calls/${file}`, toneWav(1, 200 + 31 * i + 300 * j));
      return `${file},${label},${speaker}`;
    }),
  );
  put('calls.csv', ['file,label,speaker', ...calls].join('\n'));
  ['03a01Wa', '03a01Fa', '08a01Wa', '08a01Fa', '08a01La'].forEach((name, i) => {
    put(`emodb/wav/${name}.wav`, toneWav(1, 210 + 47 * i));
  });
  put('labels.csv', 'file,label,speaker\na.wav,happy,Ann\n');
  const speech = Array.from({ length: ACTORS }, (_, i) =>
    ['01', '02', '03'].map((emotion, j) => ({
      name: `Actor_${actorOf(i)}/03-01-${emotion}-01-01-01-${actorOf(i)}.wav`,
      bytes: toneWav(1, 200 + 7 * (3 * i + j)),
    })),
  );
  put('data/Audio_Speech_Actors_01-24.zip', writeZip(speech.flat()));
  const song = 'Actor_01/03-02-01-01-01-01-01.wav';
  put('data/Audio_Song_Actors_01-24.zip', writeZip([{ name: song, bytes: toneWav(1, 600) }]));
  put('calls.zip', writeZip([{ name: '2024-05-07-ann-calm.wav', bytes: toneWav(1, 500) }]));
}
