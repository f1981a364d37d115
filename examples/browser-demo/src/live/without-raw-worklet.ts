import type { Plugin } from 'vite';

/**
 * Leaves the recogniser's own worklet out of the built site. The page hands `listen` another address,
 * of a compiled one; the address that is the default there is never asked for, and names a file that
 * Vite copies as it is, in TypeScript.
 */
export function withoutRawWorklet(): Plugin {
  return {
    name: 'without-raw-worklet',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const name of Object.keys(bundle)) {
        if (/\/worklet-[^/]*\.ts$/.test(name)) delete bundle[name];
      }
    },
  };
}
