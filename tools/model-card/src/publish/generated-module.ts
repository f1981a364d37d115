import type { Files } from './train-published.ts';

/** The files that the module holds, in its order. */
export const MODULE_FILES: readonly string[] = [
  'model.json',
  'weights.bin',
  'adapted/model.json',
  'adapted/weights.bin',
  'recognizer.json',
];

/** The module of `@ser/ravdess-data` that holds the files, as the formatter leaves it. */
export function generatedModule(files: Files): string {
  const entries = MODULE_FILES.map((file) => {
    const bytes = files.get(file);
    if (!bytes) throw new Error(`generatedModule: there is no ${file}`);
    return `  '${file}':\n    '${Buffer.from(bytes).toString('base64')}',\n`;
  });
  return `/** The files of models/functionals-lda in base64, by \`pnpm model-card publish\`. */
export const FUNCTIONALS_LDA: Readonly<Record<string, string>> = {
${entries.join('')}};
`;
}
