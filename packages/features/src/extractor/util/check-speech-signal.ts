import { HOP, RATE, TRANSFORM, WINDOW } from '../../functionals/analysis-rate.ts';
import { badArgument } from '../../util/checks.ts';
import type { SignalConfig } from '../signal-config.ts';

/**
 * Throws unless a clip is read as the low-level descriptors of speech need it: 25 ms Hann windows
 * every 10 ms at 16 kHz, centred between zeros.
 */
export function checkSpeechSignal(caller: string, config: SignalConfig): void {
  const { sampleRate, nFft = 2048, hopLength = 512, winLength = nFft } = config;
  const { window = 'hann', center = true, padMode = 'constant' } = config;
  const needed: [option: string, value: unknown, wanted: unknown][] = [
    ['sampleRate', sampleRate, RATE],
    ['nFft', nFft, TRANSFORM],
    ['hopLength', hopLength, HOP],
    ['winLength', winLength, WINDOW],
    ['window', window, 'hann'],
    ['center', center, true],
    ['padMode', padMode, 'constant'],
  ];
  for (const [option, value, wanted] of needed) {
    if (value !== wanted) throw badArgument(caller, option, String(wanted), value);
  }
}
