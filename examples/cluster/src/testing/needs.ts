import { spawnSync } from 'node:child_process';
import type { Need } from '@ser/testing';

const prints = (command: string, ...args: string[]): string =>
  spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';

/** GNU parallel; moreutils has another program of that name. */
export const GNU_PARALLEL: Need = {
  have: prints('parallel', '--version').startsWith('GNU parallel'),
  reason: 'GNU parallel is not installed',
};

/** Disks of a few hundred kilobytes, which only the process that mounts them sees. */
export const SMALL_DISKS: Need = {
  have: prints('unshare', '-rm', 'sh', '-c', 'mount -t tmpfs none /mnt && echo yes') === 'yes\n',
  reason: 'this system lets us mount no disk of our own (unshare -rm)',
};
