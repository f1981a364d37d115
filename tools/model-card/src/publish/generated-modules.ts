import type { Files } from './train-published.ts';

/** The files that programs get without a disk. */
export const MODULE_FILES: readonly string[] = [
  'model.json',
  'weights.bin',
  'adapted/model.json',
  'adapted/weights.bin',
  'recognizer.json',
];

/**
 * The modules of `@ser/ravdess-data` that hold the files, as the formatter leaves them, by their
 * names: a file each, so that a program loads what it reads. JSON stands there as text, which is
 * smaller than its base64 once it is compressed, and quicker to decode.
 */
export function generatedModules(files: Files): Map<string, string> {
  return new Map(
    MODULE_FILES.map((file) => {
      const bytes = files.get(file);
      if (!bytes) throw new Error(`generatedModules: there is no ${file}`);
      return [`${file.replace(/[/.]/g, '-')}.ts`, moduleOf(file, Buffer.from(bytes))];
    }),
  );
}

function moduleOf(file: string, bytes: Buffer): string {
  const isText = file.endsWith('.json');
  const text = isText ? jsonLiteral(bytes.toString('utf8')) : `'${bytes.toString('base64')}'`;
  return `/** ${file} of models/functionals-lda${isText ? '' : ' in base64'}, by \`pnpm model-card publish\`. */
export const file =
  ${text};
`;
}

/** JSON without spaces, as a literal of JavaScript. */
function jsonLiteral(json: string): string {
  const compact = JSON.stringify(JSON.parse(json));
  if (/['\\]/.test(compact))
    throw new Error(`generatedModules: JSON must need no escapes, got ${compact}`);
  return `'${compact}'`;
}
