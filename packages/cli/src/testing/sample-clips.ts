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
