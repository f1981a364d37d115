import { FeatureError, parseVariantConfigs, type VariantStep } from '@ser/features';
import { InvalidArgumentError } from 'commander';
import { decimal } from '../../console/options.ts';

/**
 * Parser of a step of a variant as people write it: `kind`, or `kind:option=value,option=value`. A
 * value is a number, `least..most` for a number that is drawn, or a word.
 *
 * @param before The steps before it, which it must be able to follow. Default: none.
 * @throws InvalidArgumentError that names the option of the step
 *
 * @example
 * parseStep('noise:snrDb=5..30,colour=red'); // { kind: 'noise', snrDb: [5, 30], colour: 'red' }
 */
export function parseStep(text: string, before: readonly VariantStep[] = []): VariantStep {
  const [, kind = '', options = ''] = /^([^:]*)(?::(.*))?$/s.exec(text) ?? [];
  const step = new Map<string, unknown>([['kind', kind]]);
  for (const part of options.split(',').filter((text) => text !== '')) {
    const [name, value] = entryOf(part);
    if (step.has(name)) {
      const where = name === 'kind' ? 'stands before the colon' : 'is there twice';
      throw new InvalidArgumentError(`\`${name}\` ${where}, got ${part}.`);
    }
    step.set(name, value);
  }
  try {
    const steps = [...before, Object.fromEntries(step)];
    const [variant] = parseVariantConfigs([{ name: 'step', steps }]);
    return variant.steps[before.length];
  } catch (cause) {
    if (!FeatureError.isInstance(cause)) throw cause;
    // The function and the path in the list of steps say nothing to who writes one step.
    const message = cause.message
      .replace(/^[^`]*/, '')
      .replaceAll(/\[0\]\.steps(?:\[\d+\])?\.?/g, '');
    throw new InvalidArgumentError(message.replace(/^``/, 'the step'));
  }
}

function entryOf(part: string): [string, unknown] {
  const at = part.indexOf('=');
  if (at < 1) throw new InvalidArgumentError(`${part} must be written option=value.`);
  return [part.slice(0, at), readValue(part.slice(at + 1))];
}

function readValue(text: string): unknown {
  const [least, most, ...rest] = text.split('..').map(numberOf);
  if (least !== undefined && most !== undefined && rest.length === 0) return [least, most];
  return numberOf(text) ?? text;
}

function numberOf(text: string): number | undefined {
  const value = decimal(text);
  return Number.isNaN(value) ? undefined : value;
}
