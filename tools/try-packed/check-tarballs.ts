import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Holds packed packages against publint (their manifests) and attw (how their types resolve). */
export function checkTarballs(root: string, folder: string): void {
  const bin = join(root, 'node_modules/.bin');
  const check = (command: string, args: readonly string[]): void => {
    execFileSync(join(bin, command), args, { stdio: ['ignore', 'pipe', 'pipe'] });
  };
  const tarballs = readdirSync(folder).map((name) => join(folder, name));
  for (const tarball of tarballs) {
    check('publint', ['run', '--strict', tarball]);
    check('attw', [tarball, '--profile', 'esm-only']);
  }
  console.log(`The manifests and types of ${tarballs.length} packages are sound.`);
}
