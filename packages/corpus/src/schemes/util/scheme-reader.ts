import type { Labels } from '../../clip.ts';
import type { NamingScheme } from '../naming-scheme.ts';

/** What a path says by a scheme. The clip has an id of its own where the scheme has a group `id`. */
export interface SchemeLabels extends Labels {
  id?: string;
}

/** What a path says, or why it says nothing. */
type SchemeReading =
  | { readonly labels: SchemeLabels; readonly got?: undefined }
  | {
      readonly labels?: undefined;
      /** What came in place of a path that fits; undefined where the pattern is not there at all. */
      readonly got?: string;
    };

/** Reads paths by a scheme that was parsed. */
export type SchemeReader = (path: string) => SchemeReading;

type Fields = Pick<NamingScheme, 'pattern' | 'ignoreCase' | 'labels' | 'speakers' | 'conditions'>;

/** The flags of a scheme's regular expression. */
export function flagsOf(ignoreCase: boolean | undefined): string {
  return ignoreCase === true ? 'iu' : 'u';
}

/**
 * Compiles a scheme, whose pattern must be valid. Paths are composed (NFC) before they are read, since
 * file systems write one name in two ways.
 */
export function createSchemeReader(scheme: Fields): SchemeReader {
  const { pattern, ignoreCase } = scheme;
  const regex = new RegExp(pattern, flagsOf(ignoreCase));
  const fold = (text: string): string => (ignoreCase === true ? text.toLowerCase() : text);
  const lookUp = (names: Record<string, string> | undefined) => {
    const entries = Object.entries(names ?? {}).map(([text, name]) => [fold(text), name] as const);
    const map = new Map(entries);
    return (text: string): string | undefined => map.get(fold(text));
  };
  const labelOf = scheme.labels ? lookUp(scheme.labels) : (text: string) => text;
  const speakerOf = lookUp(scheme.speakers);
  const conditionOf = lookUp(scheme.conditions);

  return (path) => {
    const groups = regex.exec(path.normalize('NFC'))?.groups;
    if (groups === undefined) return {};
    const { label: text = '', speaker = '', condition = '', id = '' } = groups;
    const label = text === '' ? undefined : labelOf(text);
    if (label === undefined) return { got: `the label "${text}"` };
    return {
      labels: {
        ...(id !== '' && { id }),
        label,
        speaker: speakerOf(speaker) ?? speaker,
        ...(condition !== '' && { condition: conditionOf(condition) ?? condition }),
      },
    };
  };
}
