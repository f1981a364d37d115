import { clip } from './clip.ts';
import { holdout } from './holdout.ts';
import { loso } from './loso.ts';
import type { Protocol } from './protocol.ts';
import { reference } from './reference.ts';
import { selection } from './selection.ts';
import { speaker } from './speaker.ts';
import { speakerAdapted } from './speaker-adapted.ts';

/** The names of the protocols. Each has a file of its own here. */
export const PROTOCOL_NAMES = [
  'reference',
  'clip',
  'speaker',
  'loso',
  'speaker-adapted',
  'holdout',
  'selection',
] as const;

/** One of {@link PROTOCOL_NAMES}. */
export type ProtocolName = (typeof PROTOCOL_NAMES)[number];

/** Every protocol by its name. */
export const PROTOCOLS: Readonly<Record<ProtocolName, Protocol>> = {
  reference,
  clip,
  speaker,
  loso,
  'speaker-adapted': speakerAdapted,
  holdout,
  selection,
};
