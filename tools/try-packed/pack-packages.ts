import { runCommand } from './run-command.ts';

/** Packs every package that is published into a folder, which must be there. */
export function packPackages(root: string, folder: string): void {
  // The pnpm that started this. An npx within an npx waits for ever for the other one's lock.
  const { npm_execpath: pnpm = 'pnpm' } = process.env;
  const pack = ['--recursive', '--filter', './packages/*', 'pack', '--pack-destination', folder];
  runCommand(pnpm, pack, { cwd: root });
}
