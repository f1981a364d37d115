import { expect, test } from 'vitest';
import { withoutDeclared } from './without-declared.ts';

const reportOf = (...blocks: string[]): string =>
  `## API\n\n\`\`\`ts\n\n${blocks.join('\n\n')}\n\n\`\`\`\n`;

const ENTRY = '// @public\nexport function read(): Audio_2;';

test('types that the main entry declares are left out, under whatever number', () => {
  const main = reportOf('// @public\nexport interface Audio {\n    rate: number;\n}');
  const report = reportOf('// @public\ninterface Audio_2 {\n    rate: number;\n}', ENTRY);
  expect(withoutDeclared(report, main)).toBe(reportOf(ENTRY));
});

test('types that it alone uses stay', () => {
  const report = reportOf('// @public\ninterface Own {\n    rate: number;\n}', ENTRY);
  expect(withoutDeclared(report, reportOf(ENTRY))).toBe(report);
});

test('what it exports stays, also under a name of the main entry', () => {
  const report = reportOf(ENTRY);
  expect(withoutDeclared(report, report)).toBe(report);
});

test('an export under another name stays', () => {
  const block =
    '// @public\ninterface Audio_2 {\n    rate: number;\n}\nexport { Audio_2 as Audio }';
  const main = reportOf('// @public\nexport interface Audio {\n    rate: number;\n}');
  expect(withoutDeclared(reportOf(block), main)).toBe(reportOf(block));
});
