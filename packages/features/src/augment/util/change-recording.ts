import type { Audio } from '../../samples.ts';
import type { Random } from '../../util/random.ts';
import { bandLimit } from '../band-limit.ts';
import { gain } from '../gain.ts';
import { middle } from '../middle.ts';
import { noise } from '../noise.ts';
import { room } from '../room.ts';
import { speed } from '../speed.ts';
import type { RecordingStep } from '../variant-config.ts';

/** A recording as a step changes it. */
export function changeRecording(audio: Audio, step: RecordingStep, random: Random): Audio {
  switch (step.kind) {
    case 'speed':
      return speed(audio, { rate: step.rate });
    case 'noise':
      return noise(audio, { random, snrDb: step.snrDb, colour: step.colour });
    case 'bandLimit':
      return bandLimit(audio, { sampleRate: step.sampleRate });
    case 'middle':
      return middle(audio, { seconds: step.seconds });
    case 'gain':
      return gain(audio, { random, db: step.db });
    case 'room':
      return room(audio, { random, rt60: step.rt60, drrDb: step.drrDb });
  }
}
