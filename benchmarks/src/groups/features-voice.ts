import { createExtractor, praat } from '@ser/features';
import { pythonPeer } from '../peers/python-peer.ts';
import { voiced } from '../signals/voiced.ts';
import { beside } from '../work/beside.ts';
import type { Group } from '../work/work.ts';

/** Praat's measures beside Praat itself. */
export function featuresVoice(): Group {
  const options = { sampleRate: 48_000 };
  const samples = voiced(options.sampleRate, 3);
  const python = pythonPeer('voice', { samples });
  const { extractSamples } = createExtractor({ ...options, features: [{ kind: 'voiceQuality' }] });
  const ours = {
    'praat.pitch': () => praat.pitch(samples, options),
    'praat.pulses': () => praat.pulses(samples, options),
    'praat.harmonicity': () => praat.harmonicity(samples, options),
    'praat.formants': () => praat.formants(samples, options),
    voiceQuality: () => extractSamples(samples),
  };
  return {
    heading: "Praat's measures",
    about:
      '3 s at 48,000 Hz, one thread; Praat through parselmouth. `voiceQuality` is jitter, shimmer and harmonicity with the pitch and the pulses that they need.',
    budget: 250,
    works: beside(python, 'Praat', ours),
    versions: python.versions,
    close: python.close,
  };
}
