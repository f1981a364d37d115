import ased from '../../schemes/ased.json' with { type: 'json' };
import cafe from '../../schemes/cafe.json' with { type: 'json' };
import cremaD from '../../schemes/crema-d.json' with { type: 'json' };
import emodb from '../../schemes/emodb.json' with { type: 'json' };
import emovDb from '../../schemes/emov-db.json' with { type: 'json' };
import emovo from '../../schemes/emovo.json' with { type: 'json' };
import esd from '../../schemes/esd.json' with { type: 'json' };
import jlCorpus from '../../schemes/jl-corpus.json' with { type: 'json' };
import nemo from '../../schemes/nemo.json' with { type: 'json' };
import savee from '../../schemes/savee.json' with { type: 'json' };
import shemo from '../../schemes/shemo.json' with { type: 'json' };
import subesco from '../../schemes/subesco.json' with { type: 'json' };
import tess from '../../schemes/tess.json' with { type: 'json' };
import turev from '../../schemes/turev.json' with { type: 'json' };
import urdu from '../../schemes/urdu.json' with { type: 'json' };
import type { NamingScheme } from './naming-scheme.ts';
import { parseNamingScheme } from './parse-naming-scheme.ts';

/** The well-known ones first: `guessScheme` takes the first of several that fit alike. */
const SCHEMES: readonly unknown[] = [
  emodb,
  cremaD,
  tess,
  savee,
  urdu,
  emovo,
  cafe,
  jlCorpus,
  subesco,
  emovDb,
  shemo,
  esd,
  nemo,
  ased,
  turev,
];

function parseAll(): Map<string, NamingScheme> {
  return new Map(
    SCHEMES.map((value) => {
      const scheme = parseNamingScheme(value);
      return [scheme.name, scheme];
    }),
  );
}

/**
 * The schemes of well-known data sets, by name. A new one is a file in `schemes/` and its lines
 * here. Labels are RAVDESS' words where the emotion is one of its: angry, happy, sad, neutral,
 * fearful, disgust, surprised, calm.
 */
export const NAMING_SCHEMES: ReadonlyMap<string, NamingScheme> = /* @__PURE__ */ parseAll();
