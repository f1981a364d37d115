import { egemapsFraming, fewestSamples } from '../../egemaps/framing.ts';
import { badArgument } from '../../util/checks.ts';
import type { SignalConfig } from '../signal-config.ts';

/**
 * Throws unless the extractor's frames are those of eGeMAPS: 60 ms, every 10 ms, the first of which
 * begins with the clip.
 */
export function checkEgemapsSignal(caller: string, config: SignalConfig): void {
  const { sampleRate, nFft = 2048, hopLength = 512, winLength = nFft, center = true } = config;
  const length = fewestSamples(sampleRate);
  const { hop } = egemapsFraming(length, sampleRate);
  const needed: [option: string, value: unknown, wanted: unknown, why: string][] = [
    ['nFft', nFft, length, ' (60 ms)'],
    ['hopLength', hopLength, hop, ' (10 ms)'],
    ['winLength', winLength, length, ' (60 ms)'],
    ['center', center, false, ''],
  ];
  for (const [option, value, wanted, why] of needed) {
    if (value !== wanted) throw badArgument(caller, option, `${wanted}${why}`, value);
  }
}
