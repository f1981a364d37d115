/** A report's text between its first line of TypeScript and its last. */
const BODY = /(?<=^```ts\n)[\s\S]*(?=^```$)/m;
const DECLARED =
  /^(?:export )?(?:declare )?(?:abstract )?(?:function|interface|type|class|const|namespace) (\w+)/m;

/**
 * A report without the types that its entry uses but does not export, as far as the main entry's
 * report has them: each stands in one file of a package.
 */
export function withoutDeclared(report: string, main: string): string {
  const known = new Set(blocksOf(main).map((block) => nameOf(block)));
  const kept = blocksOf(report).filter(
    (block) => /^export /m.test(block) || nameOf(block) === '' || !known.has(nameOf(block)),
  );
  return report.replace(BODY, () => `\n${kept.join('\n\n')}\n\n`);
}

function blocksOf(report: string): string[] {
  // A declaration has no empty line inside.
  return BODY.exec(report)?.[0].trim().split('\n\n') ?? [];
}

/** API Extractor tells types of one name apart by `_2`. */
function nameOf(block: string): string {
  return DECLARED.exec(block)?.[1].replace(/_\d+$/, '') ?? '';
}
