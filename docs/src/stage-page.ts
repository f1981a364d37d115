import { join, posix } from 'node:path';
import { destinationOf, isExternal, linksOf } from './links.ts';

/** Where pages lie while the site is built, each under its path in the repository. */
export const STAGE = 'docs/build';

/** What a model's card says to registries. */
const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;

/** A block of code: its fence, its language, and the rest. */
const FENCED = /^( *```+)(\w*)(\n[\s\S]*?^\1$)/gm;

/**
 * A Markdown file of the repository as TypeDoc takes it: without front matter, without the comments
 * that say how code is run, links to folders as links to their READMEs, images where they lie, and
 * of links to what is no page the text alone.
 *
 * @param pages the paths of all pages
 */
export function stagePage(
  root: string,
  file: string,
  markdown: string,
  pages: ReadonlySet<string>,
): string {
  let staged = markdown
    .replace(FRONT_MATTER, '')
    .replaceAll(/<!--[\s\S]*?-->\n?/g, '')
    // Code of no language would be coloured as TypeScript.
    .replaceAll(FENCED, (_, fence, language, rest) => `${fence}${language || 'text'}${rest}`);
  for (const { source, text, target, isImage } of linksOf(staged)) {
    if (isExternal(target) || target.startsWith('#')) continue;
    const { file: destination, anchor } = destinationOf(root, file, target);
    const here = posix.dirname(join(STAGE, file));
    const hash = anchor === '' ? '' : `#${anchor}`;
    if (isImage) {
      staged = staged.replaceAll(`](${target})`, `](${posix.relative(here, destination)})`);
    } else if (pages.has(destination)) {
      const path = posix.relative(here, posix.join(STAGE, destination));
      staged = staged.replaceAll(source, `[${text}](${path}${hash})`);
    } else {
      staged = staged.replaceAll(source, text);
    }
  }
  return staged;
}
