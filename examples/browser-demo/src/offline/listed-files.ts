import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { filesBehind, type SiteFile } from './files-behind.ts';

/** Stand in the service worker for the lists of files that it keeps: at once, and for training. */
const [LIST, LATER] = ['__FILES__', '__TRAINING__'];
/** Stands there for those that index.html names. */
const NAMED = '__NAMED__';
/** Stands there for a number that changes with any of them. */
const VERSION = '__VERSION__';
/** The view whose files are many, and wanted by few. */
const isTraining = (name: string): boolean => name.startsWith('assets/train-view-');

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
        const files: SiteFile[] = [];
        for (const name of Object.keys(bundle).sort()) {
          if (LEFT_OUT.includes(name)) continue;
          const part = bundle[name];
          const content = part.type === 'chunk' ? part.code : part.source;
          files.push({ name, text: typeof content === 'string' ? content : undefined });
          hash.update(name).update(content);
        }
        const later = new Set(filesBehind(files, 'index.html', isTraining));
        const index = files.find(({ name }) => name === 'index.html')?.text;
        const named = files.filter(({ name }) => index?.includes(name)).map(({ name }) => name);
        const names = ['./'];
        for (const name of readdirSync(publicDir, { recursive: true, encoding: 'utf8' }).sort()) {
          if (LEFT_OUT.includes(name)) continue;
          names.push(name);
          hash.update(name).update(readFileSync(join(publicDir, name)));
        }
        for (const { name } of files) {
          if (name !== 'index.html' && !later.has(name)) names.push(name);
        }
        worker.code = worker.code
          .replace(LIST, names.join('\\n'))
          .replace(LATER, [...later].join('\\n'))
          .replace(NAMED, named.join('\\n'))
          .replaceAll(VERSION, hash.digest('hex').slice(0, 16));
      },
    },
  };
}
