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
}

const FENCE = /^```(\w*)$/;

/**
 * The code blocks of a README. A comment in the line before a fence, which no reader of the page
 * sees, says what cannot be seen from the code: `<!-- with CODE -->`, `<!-- continues -->` or
 * `<!-- not run: REASON -->`, which code may follow in the next lines.
 */
export function readmeBlocks(file: string, markdown: string): ReadmeBlock[] {
  const blocks: ReadmeBlock[] = [];
  const lines = markdown.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const language = FENCE.exec(lines[i])?.[1];
    if (language === undefined) continue;
    const end = lines.indexOf('```', i + 1);
    const comment = /<!-- ((?:(?!-->)[\s\S])*) -->$/.exec(lines.slice(0, i).join('\n').trimEnd());
    const [, kind = '', rest = ''] =
      /^(with|continues|not run:)\s*([\s\S]*)$/.exec(comment?.[1] ?? '') ?? [];
    const [, notRun, setup = ''] = /^(.*)\n?([\s\S]*)$/.exec(kind === 'not run:' ? rest : '') ?? [];
    blocks.push({
      file,
      line: i + 1,
      language,
      code: lines.slice(i + 1, end).join('\n'),
      setup: kind === 'with' ? rest : setup,
      continues: kind === 'continues',
      ...(kind === 'not run:' && { notRun }),
    });
    i = end;
  }
  return blocks;
}
