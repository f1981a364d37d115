export { closestName } from './closest-name.ts';
export { escapeCharacter } from './escape-character.ts';
export { titleOf } from './title-of.ts';
export { type OptionNames, unknownOption } from './unknown-option.ts';
export { type HeldOptions, whileHeld } from './while-held.ts';
export { wrongOptions } from './wrong-options.ts';
