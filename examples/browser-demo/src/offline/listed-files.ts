import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Stands in the service worker for the list of files that it keeps. */
const LIST = '__FILES__';
/** Stands there for a number that changes with any of them. */
const VERSION = '__VERSION__';

/** What a service worker cannot keep, or does not need: itself, and what hosts read. */
const LEFT_OUT = ['service-worker.js', '_headers'];

/** Writes the names of all files of the built site into its service worker. */
export function listedFiles(): Plugin {
  let publicDir = '';
  return {
    name: 'listed-files',
    apply: 'build',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle['service-worker.js'];
        if (worker?.type !== 'chunk') return;
        const hash = createHash('sha256');
        const names = ['./'];
        for (const name of readdirSync(publicDir, { recursive: true, encoding: 'utf8' }).sort()) {
          if (LEFT_OUT.includes(name)) continue;
          names.push(name);
          hash.update(name).update(readFileSync(join(publicDir, name)));
        }
        for (const name of Object.keys(bundle).sort()) {
          if (LEFT_OUT.includes(name) || name === 'index.html') continue;
          const part = bundle[name];
          names.push(name);
          hash.update(name).update(part.type === 'chunk' ? part.code : part.source);
        }
        worker.code = worker.code
          .replace(LIST, names.join('\\n'))
          .replace(VERSION, hash.digest('hex').slice(0, 16));
      },
    },
  };
}
