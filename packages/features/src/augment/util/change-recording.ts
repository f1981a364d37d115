import type { Audio } from '../../samples.ts';
import type { Random } from '../../util/random.ts';
import { bandLimit } from '../band-limit.ts';
import { gain } from '../gain.ts';
import { middle } from '../middle.ts';
import { noise } from '../noise.ts';
import { room } from '../room.ts';
import { speed } from '../speed.ts';
import type { RecordingStep, SampleStep, VariantStep } from '../variant-config.ts';
import { isRecordingStep } from './check-step.ts';

/** A recording as the steps of recordings change it, and the steps that are left. */
export function changeRecording(
  audio: Audio,
  steps: readonly VariantStep[],
  random: Random,
): { recording: Audio; rest: SampleStep[] } {
  let recording = audio;
  const rest: SampleStep[] = [];
  for (const step of steps) {
    if (isRecordingStep(step)) recording = applyStep(recording, step, random);
    else rest.push(step);
  }
  return { recording, rest };
}

function applyStep(audio: Audio, step: RecordingStep, random: Random): Audio {
  switch (step.kind) {
    case 'speed':
      return speed(audio, { rate: step.rate });
    case 'noise':
      return noise(audio, { random, snrDb: step.snrDb, colour: step.colour });
    case 'bandLimit':
      return bandLimit(audio, {
        random,
        sampleRate: step.sampleRate,
        lowest: step.lowest,
        highest: step.highest,
      });
    case 'middle':
      return middle(audio, { seconds: step.seconds });
    case 'gain':
      return gain(audio, { random, db: step.db });
    case 'room':
      return room(audio, { random, rt60: step.rt60, drrDb: step.drrDb });
  }
}
