import { wrongUsage } from '../console/cli-error.ts';
import type { Labelling } from './labelling.ts';

/** The word for clips that are left out. */
const LEFT_OUT = '-';

/**
 * Reads what labels are called instead, such as `anger=angry,boredom=-`.
 *
 * @throws CliError `wrong-usage`
 */
export function parseLabelMap(text: string): Labelling['map'] {
  const map = new Map<string, string | null>();
  for (const part of text.split(',')) {
    const [label, name, ...rest] = part.split('=').map((word) => word.trim());
    if (!label || !name || rest.length > 0 || map.has(label)) {
      throw wrongUsage(
        '--label-map must name each label once, such as anger=angry,boredom=- (- leaves it out), ' +
          `or a JSON file; got ${part.trim() === '' ? 'an empty part' : part}`,
      );
    }
    map.set(label, name === LEFT_OUT ? null : name);
  }
  return Object.fromEntries(map);
}

/**
 * What a JSON file maps: `{"anger": "angry", "boredom": null}`.
 *
 * @param name of the file, for messages
 * @throws CliError `wrong-usage`
 */
export function checkLabelMap(name: string, value: unknown): Labelling['map'] {
  const fail = (got: string): never => {
    throw wrongUsage(
      `${name} must be an object such as {"anger": "angry", "boredom": null}, got ${got}`,
    );
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail(JSON.stringify(value));
  }
  for (const [label, to] of Object.entries(value)) {
    if (to === null || (typeof to === 'string' && to !== '')) continue;
    fail(`${JSON.stringify(to)} for ${label}`);
  }
  return value as Labelling['map'];
}
