import { version_core } from '@tensorflow/tfjs-core';
import { VERSION } from '../console/version.ts';

/** With what a run is made, as `provenance.json` keeps it. */
export function versions(): Record<string, string> {
  return { node: process.version, '@ser/cli': VERSION, '@tensorflow/tfjs-core': version_core };
}
