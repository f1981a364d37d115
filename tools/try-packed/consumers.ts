/**
 * Uses the packed packages as projects of other kinds do:
 *
 *     npx -y pnpm@12 consumers [node] [next] [deno] [bun] [browsers]
 *
 * Without names, all of them. Each is a fresh project that npm installs; the test command does not
 * run them, CI does.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackages } from './pack-packages.ts';
import { tryBrowsers } from './try-browsers.ts';
import { tryNext } from './try-next.ts';
import { tryBun, tryDeno, tryNode } from './try-runtimes.ts';

/** A kind of project: it is given an empty folder, and the folder of the tarballs. */
type Consumer = (project: string, tarballs: string) => void | Promise<void>;

const CONSUMERS: Readonly<Record<string, Consumer>> = {
  node: tryNode,
  next: tryNext,
  deno: tryDeno,
  bun: tryBun,
  browsers: tryBrowsers,
};

const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(CONSUMERS);
const unknown = names.filter((name) => !(name in CONSUMERS));
if (unknown.length > 0) {
  const known = Object.keys(CONSUMERS).join(', ');
  throw new Error(`consumers: there is no ${unknown.join(', ')}, only ${known}`);
}
const folder = mkdtempSync(join(tmpdir(), 'ser-consumers-'));
try {
  const tarballs = join(folder, 'tarballs');
  mkdirSync(tarballs);
  packPackages(join(import.meta.dirname, '../..'), tarballs);
  for (const name of names) {
    const project = join(folder, name);
    mkdirSync(project);
    await CONSUMERS[name](project, tarballs);
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
