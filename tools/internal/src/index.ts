export { closestName } from './closest-name.ts';
export { type OptionNames, unknownOption } from './unknown-option.ts';
