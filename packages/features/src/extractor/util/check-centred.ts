import { badArgument } from '../../util/checks.ts';
import type { SignalConfig } from '../signal-config.ts';

/**
 * Throws unless frames are centred between zeros, as those of constant-Q chroma always are in
 * librosa.
 */
export function checkCentred(
  caller: string,
  { center = true, padMode = 'constant' }: SignalConfig,
): void {
  if (center !== true) throw badArgument(caller, 'center', 'true', center);
  if (padMode !== 'constant') throw badArgument(caller, 'padMode', "'constant'", padMode);
}
