import { version_core } from '@tensorflow/tfjs-core';
import manifest from '../../package.json' with { type: 'json' };

/** The version of the command line. */
export const VERSION: string = manifest.version;

/** With what a run is made, as `provenance.json` keeps it. */
export function versions(): Record<string, string> {
  return { node: process.version, '@ser/cli': VERSION, '@tensorflow/tfjs-core': version_core };
}
