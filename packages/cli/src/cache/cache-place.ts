import { homedir } from 'node:os';
import { join } from 'node:path';

/** Of which machine and user the place is. */
export interface PlaceOptions {
  /** Default: this process'. */
  env?: NodeJS.ProcessEnv;
  /** Default: this machine's. */
  platform?: NodeJS.Platform;
  /** Default: the user's. */
  home?: string;
}

/**
 * The folder that features are kept in between runs: `$SER_CACHE`, or else `ser` in the folder that
 * the platform has for what may be lost.
 */
export function cachePlace({
  env = process.env,
  platform = process.platform,
  home = homedir(),
}: PlaceOptions = {}): string {
  if (env.SER_CACHE) return env.SER_CACHE;
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'ser');
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'ser', 'cache');
  }
  // What is relative must be ignored, says the XDG Base Directory Specification.
  const base = env.XDG_CACHE_HOME?.startsWith('/') ? env.XDG_CACHE_HOME : join(home, '.cache');
  return join(base, 'ser');
}
