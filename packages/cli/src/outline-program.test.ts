import { expect, it } from 'vitest';
import { createOutlineProgram } from './outline-program.ts';
import { createProgram } from './program.ts';

it('says of all commands what the program with all of them says', () => {
  expect(createOutlineProgram().helpInformation()).toBe(createProgram().helpInformation());
});
