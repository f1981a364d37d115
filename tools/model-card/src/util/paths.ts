import { fileURLToPath } from 'node:url';

const DATA_PACKAGE = new URL('../../../../packages/ravdess-data/', import.meta.url);

/** The package that publishes the model. */
export const PACKAGE_FOLDER: string = fileURLToPath(DATA_PACKAGE);
/** The published model's files. */
export const MODEL_FOLDER: string = fileURLToPath(new URL('models/functionals-lda/', DATA_PACKAGE));
/** The module that holds them, and what else tools write. */
export const GENERATED_FOLDER: string = fileURLToPath(new URL('src/generated/', DATA_PACKAGE));
/** The module's name there. */
export const GENERATED_FILE = 'functionals-lda.ts';
