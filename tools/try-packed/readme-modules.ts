import { checkClaims } from './check-claims.ts';
import type { BrowserPlace, ReadmeBlock } from './readme-blocks.ts';

/** One module of a README's blocks, as they are for the compiler and with checks for Node. */
export interface ReadmeModule {
  /** Such as `eval-README-12.ts`: the README and the line of the first block. */
  name: string;
  /** How Node takes what is run: `.mjs` or `.cjs`. */
  ending: string;
  /** TypeScript for the compiler; undefined for a block in JavaScript. */
  typed?: string;
  /** The code with checks of the values that its comments show. */
  checked: string;
  /** The same without checks. */
  plain: string;
  /** Why it is not run. Default: it is. */
  notRun?: string;
  /** Where in a browser it runs. Default: in Node. */
  place?: BrowserPlace;
}

/** The languages whose blocks are modules, and how Node takes them. */
const ENDINGS: Readonly<Record<string, string>> = { ts: '.mjs', js: '.mjs', cjs: '.cjs' };

const IMPORT = /^import [^;]*;$/gm;

/**
 * The modules that the TypeScript and JavaScript blocks of a README make: each block is one, and
 * those that continue it follow in a scope of their own, past any that run in a browser.
 */
export function readmeModules(blocks: readonly ReadmeBlock[]): ReadmeModule[] {
  const chains: ReadmeBlock[][] = [];
  let inNode: ReadmeBlock[] | undefined;
  for (const block of blocks) {
    if (!(block.language in ENDINGS)) continue;
    if (block.continues) {
      if (inNode === undefined) throw new Error(`${block.file}:${block.line} continues nothing`);
      inNode.push(block);
      continue;
    }
    const chain = [block];
    chains.push(chain);
    // What runs elsewhere, or not at all, is no place to go on from.
    if (!block.notRun && !block.asIn && !block.place) inNode = chain;
  }
  return chains.map((chain) => {
    const [{ file, line, language, notRun, asIn, place }] = chain;
    const name = `${file.replace(/\.md$/, '').replaceAll('/', '-')}-${line}.ts`;
    const source = (change: (code: string) => string): string => {
      const parts = chain.flatMap(({ setup, code }) => [setup, change(code)]);
      const imports = parts.flatMap((part) => part.match(IMPORT) ?? []);
      const bodies = chain.map(({ setup, code }, i) => {
        const body = `${setup}\n${change(code)}`.replaceAll(IMPORT, '');
        return i === 0 ? body : `{\n${body}\n}`;
      });
      const end = language === 'cjs' ? [] : ['export {};'];
      return [...mergeImports(imports), ...bodies, ...end].join('\n');
    };
    return {
      name,
      ...(language === 'ts' && { typed: source((code) => code) }),
      ending: ENDINGS[language],
      checked: source(checkClaims),
      plain: source((code) => code),
      notRun: notRun ?? (asIn && `it is ${asIn}, which is run`),
      place,
    };
  });
}

/** The same imports, each name once. */
function mergeImports(imports: readonly string[]): string[] {
  const names = new Map<string, Set<string>>();
  const others = new Set<string>();
  for (const line of imports) {
    const [, list, from] = /^import \{([^}]*)\} from '([^']+)';$/.exec(line) ?? [];
    if (list === undefined) others.add(line);
    else {
      const known = names.get(from) ?? new Set();
      names.set(from, known);
      for (const name of list.split(',')) if (name.trim()) known.add(name.trim());
    }
  }
  const merged = [...names].map(
    ([from, list]) => `import { ${[...list].join(', ')} } from '${from}';`,
  );
  return [...others, ...merged];
}
