import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** What a browser fetches by itself. */
const FETCHED =
  /<(?:script|img|iframe|source|video|audio)[^>]* src="([^"]*)"|<link[^>]* href="([^"]*)"|url\(["']?([^"')]+)/g;
const HREF = /<a[^>]* href="([^"]*)"/g;

/**
 * Reads all pages of a built site: links within it must lead to a page, and to an anchor there, and
 * nothing may be fetched from elsewhere.
 *
 * @throws Error that names every link that does not
 */
export function checkSite(folder: string): { pages: number; links: number } {
  const files = globSync('**/*.{html,css,js,json,png,svg}', { cwd: folder });
  const there = new Set(files.map((file) => file.replaceAll('\\', '/')));
  const texts = new Map(
    files
      .filter((file) => /\.(html|css)$/.test(file))
      .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]),
  );
  const anchors = new Map([...texts].map(([file, text]) => [file, anchorsOf(text)]));
  const faults = new Set<string>();
  let links = 0;
  for (const [file, text] of texts) {
    for (const [, ...targets] of text.matchAll(FETCHED)) {
      const target = targets.find((each) => each !== undefined) ?? '';
      if (/^(https?:)?\/\//.test(target)) faults.add(`${file} fetches ${target}`);
    }
    for (const [, href] of text.matchAll(HREF)) {
      if (/^[a-z]+:/.test(href)) continue;
      links++;
      const [path, anchor = ''] = decodeURIComponent(href.replaceAll('&amp;', '&')).split('#');
      const to = path === '' ? file : normalize(join(dirname(file), path)).replaceAll('\\', '/');
      // A link that begins at the server's root would not work under a sub-path.
      if (path.startsWith('/') || !there.has(to)) faults.add(`${file} links to ${href}`);
      else if (anchor !== '' && !anchors.get(to)?.has(anchor)) {
        faults.add(`${file} links to ${href}, which has no such heading`);
      }
    }
  }
  if (faults.size > 0) throw new Error(`docs: links lead nowhere:\n${[...faults].join('\n')}`);
  return { pages: [...texts.keys()].filter((file) => file.endsWith('.html')).length, links };
}

function anchorsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/ (?:id|name)="([^"]*)"/g)].map(([, id]) => id));
}
