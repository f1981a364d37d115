import { join } from 'node:path';
import { publishedModelFolder } from '@ser/ravdess-data/node';

/** The published model's files. */
export const MODEL_FOLDER: string = publishedModelFolder();
/** The package that publishes it. */
export const PACKAGE_FOLDER: string = join(MODEL_FOLDER, '../..');
/** The modules that tools write there. */
export const GENERATED_FOLDER: string = join(PACKAGE_FOLDER, 'src/generated');
/** That of the model. */
export const GENERATED_FILE = 'functionals-lda.ts';
