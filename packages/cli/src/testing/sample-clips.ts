import type { Sandbox } from './sandbox.ts';
import { toneWav } from './tone-wav.ts';

/** Puts two sound clips, one cut in the middle, a text, and a clip of a wrong name into `data`. */
export function putSampleClips({ put }: Sandbox): void {
  put('data/Actor_01/03-01-01-01-01-01-01.wav', toneWav(3, 220));
  put('data/Actor_02/03-02-05-01-01-01-02.wav', toneWav(3.5, 330));
  put('data/Actor_02/03-01-05-01-01-01-02.wav', toneWav(3, 440).subarray(0, 5000));
  put('data/Actor_02/03-01-06-01-01-01-02.wav', 'not a sound');
  put('data/Actor_02/hello.wav', toneWav(3, 550));
}

/**
 * Puts twelve short speech clips of two actors into a folder: two each of neutral, calm and happy.
 */
export function putSmallClips(
  { put }: Pick<Sandbox, 'put'>,
  folder = 'wavs',
  firstActor = 1,
): void {
  for (let actor = firstActor; actor < firstActor + 2; actor++) {
    for (let emotion = 1; emotion <= 3; emotion++) {
      for (let take = 1; take <= 2; take++) {
        const name = `03-01-0${emotion}-01-01-0${take}-0${actor}`;
        put(`${folder}/${name}.wav`, toneWav(0.5, 200 * emotion + 10 * actor + take));
      }
    }
  }
}
