/** A fenced code block of a README, and what the comment above it says of how to run it. */
export interface ReadmeBlock {
  /** The README's path below the root. */
  file: string;
  /** The line of the fence, from 1. */
  line: number;
  /** What stands behind the fence: ts, js, sh, … */
  language: string;
  code: string;
  /** Code that gives the block the names that its reader has; `<!-- with … -->` above the fence. */
  setup: string;
  /** Whether it goes on where the block before it ended; `<!-- continues -->`. */
  continues: boolean;
  /** Why it is compiled and not run; `<!-- not run: … -->`. */
  notRun?: string;
  /** The file below the root that it shows, and that is run; `<!-- as in FILE -->`. */
  asIn?: string;
  /** Where it runs; `<!-- in a page, … -->`, `<!-- in a worker, … -->`. Default: in Node. */
  place?: BrowserPlace;
}

/** How a block runs in a browser. */
export interface BrowserPlace {
  kind: 'page' | 'worker';
  /** What is chosen in the page's file input, as paths below the project. */
  files: string[];
  /** What it must print or show. */
  says: RegExp;
}

const FENCE = /^```(\w*)$/;
const KIND = /^(with|continues|not run:|as in|in a (?:page|worker),)\s*([\s\S]*)$/;
const PLACE = /^in a (page|worker),$/;
const EXPECTED = /^(?:of (.+?), )?says (.+)$/;

/**
 * The code blocks of a README. A comment in the line before a fence, which no reader of the page
 * sees, says what cannot be seen from the code: `<!-- with CODE -->`, `<!-- continues -->`,
 * `<!-- not run: REASON -->`, `<!-- as in FILE -->`, or where in a browser it runs and what it says
 * there, `<!-- in a page, of voice.wav, says REGEXP -->`, `<!-- in a worker, says REGEXP -->`. Code
 * may follow in the next lines of all of these.
 */
export function readmeBlocks(file: string, markdown: string): ReadmeBlock[] {
  const blocks: ReadmeBlock[] = [];
  const lines = markdown.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const language = FENCE.exec(lines[i])?.[1];
    if (language === undefined) continue;
    const end = lines.indexOf('```', i + 1);
    const comment = /<!-- ((?:(?!-->)[\s\S])*) -->$/.exec(lines.slice(0, i).join('\n').trimEnd());
    const [, kind = '', rest = ''] = KIND.exec(comment?.[1] ?? '') ?? [];
    const [head = '', ...more] = rest.split('\n');
    const place = placeOf(kind, head);
    blocks.push({
      file,
      line: i + 1,
      language,
      code: lines.slice(i + 1, end).join('\n'),
      setup: kind === 'with' ? rest : more.join('\n'),
      continues: kind === 'continues',
      ...(kind === 'not run:' && { notRun: head }),
      ...(kind === 'as in' && { asIn: head }),
      ...(place !== undefined && { place }),
    });
    i = end;
  }
  return blocks;
}

function placeOf(kind: string, text: string): BrowserPlace | undefined {
  const [, place] = PLACE.exec(kind) ?? [];
  if (place === undefined) return undefined;
  const [, files = '', says] = EXPECTED.exec(text) ?? [];
  if (says === undefined) throw new Error(`a block in a ${place} must say something, got ${text}`);
  return {
    kind: place as BrowserPlace['kind'],
    files: files.split(', ').filter(Boolean),
    says: new RegExp(says),
  };
}
