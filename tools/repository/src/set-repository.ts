/**
 * Writes the repository's address wherever it stands:
 *
 *     node tools/repository/src/set-repository.ts https://github.com/OWNER/NAME
 *
 * Without an address, writes the one of the root's manifest into all others.
 */
import { join } from 'node:path';
import { moveRepository } from './move-repository.ts';

const root = join(import.meta.dirname, '../../..');
const { slug } = moveRepository(root, process.argv[2]);
console.log(`Every manifest, form and page names github.com/${slug}.`);
