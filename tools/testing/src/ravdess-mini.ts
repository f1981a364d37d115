import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A folder with the WAVs of two RAVDESS actors, which may stand beside a checkout. */
export const RAVDESS_MINI: string = fileURLToPath(
  new URL('../../../../shared/ravdess-mini', import.meta.url),
);

/**
 * The file of a clip, by its name without extension.
 *
 * @throws When it is not there.
 */
export function ravdessMiniFile(clip: string): string {
  const [file] = globSync(`${RAVDESS_MINI}/**/${clip}.wav`);
  if (!file) throw new Error(`${RAVDESS_MINI} has no ${clip}.wav`);
  return file;
}
