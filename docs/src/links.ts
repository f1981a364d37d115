import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

/** A link in Markdown, `[text](target)`, or `![text](target)`. */
export interface Link {
  /** With its brackets, as it stands there. */
  source: string;
  text: string;
  target: string;
  isImage: boolean;
}

// The text may hold an image, which may hold brackets of its own.
const LINK = /(!?)\[((?:!\[[^\]]*\]\([^)]*\)|[^[\]])*)\]\(([^()\s]+)\)/g;
const CODE = /^( *)(```+)[^\n]*\n[\s\S]*?^\1\2$|`[^`\n]+`/gm;
const COMMENT = /<!--[\s\S]*?-->/g;

/** All links of a Markdown text outside of code and comments, images within links too. */
export function linksOf(markdown: string): Link[] {
  const text = markdown.replaceAll(COMMENT, '').replaceAll(CODE, '');
  return [...text.matchAll(LINK)].flatMap(([source, mark, inner, target]) => [
    { source, text: inner, target, isImage: mark === '!' },
    ...linksOf(inner),
  ]);
}

/** Whether a link leads out of the repository. */
export const isExternal = (target: string): boolean => /^[a-z]+:/.test(target);

/** Where a link within the repository leads. */
export interface Destination {
  /** A path below the root, of a folder its README. */
  file: string;
  /** The heading's anchor, or empty. */
  anchor: string;
  exists: boolean;
}

/** @param from the path below the root of the file that has the link */
export function destinationOf(root: string, from: string, target: string): Destination {
  const [path, anchor = ''] = target.split('#');
  const named =
    path === ''
      ? from
      : normalize(join(dirname(from), path))
          .split(sep)
          .join('/');
  const isFolder = statSync(join(root, named), { throwIfNoEntry: false })?.isDirectory() ?? false;
  const file = isFolder ? `${named.replace(/\/$/, '')}/README.md` : named;
  return { file, anchor, exists: existsSync(join(root, file)) };
}
