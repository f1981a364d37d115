/** A way to split, as reports name it. */
export interface Protocol {
  /** Whether rows of one clip can stand on both sides; such scores must say so. */
  leaks: boolean;
  description: string;
}

export type ProtocolName = 'reference' | 'clip' | 'speaker' | 'holdout';

/** What the names of the splits stand for. */
export const PROTOCOLS: Readonly<Record<ProtocolName, Protocol>> = {
  reference: {
    leaks: true,
    description:
      'random 80/20 of the rows; variants of a clip and clips of an actor stand on both sides (leaks)',
  },
  clip: {
    leaks: false,
    description: 'stratified folds over clips; the same actors are trained on and tested',
  },
  speaker: {
    leaks: false,
    description: "the literature's five folds; no tested actor was heard in training",
  },
  holdout: {
    leaks: false,
    description: 'tested on actors 21 to 24, who were not heard in training',
  },
};
