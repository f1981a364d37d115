import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type IConfigFile,
} from '@microsoft/api-extractor';
import { type PublicEntry, publicEntries } from './public-entries.ts';
import { withoutDeclared } from './without-declared.ts';

/**
 * What every entry exports, as API Extractor reads it from the built declarations with the
 * TypeScript that it brings.
 *
 * @returns the text of each report, by its path below the root
 */
export function apiReports(root: string): Map<string, string> {
  const entries = publicEntries(root);
  const folder = mkdtempSync(join(tmpdir(), 'ser-api-'));
  try {
    const configs = entries.map((entry) => configOf(entry, root, folder));
    // One program of all entries; each of its own would take ten times as long.
    const compilerState = CompilerState.create(configs[0], {
      additionalEntryPoints: entries.map(({ types }) => types),
    });
    const reports = new Map<string, string>();
    let main = '';
    for (const [i, { folder: home, entry }] of entries.entries()) {
      extract(configs[i], compilerState);
      const report = readFileSync(configs[i].reportTempFilePath, 'utf8');
      if (entry === 'index') main = report;
      const path = join(home, 'api', `${entry}.api.md`).slice(root.length + 1);
      reports.set(path, entry === 'index' ? report : withoutDeclared(report, main));
    }
    return reports;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function extract(config: ExtractorConfig, compilerState: CompilerState): void {
  const faults: string[] = [];
  Extractor.invoke(config, {
    localBuild: true,
    compilerState,
    messageCallback(message) {
      message.handled = true;
      const isFault = ['compiler', 'extractor'].includes(message.category.toLowerCase());
      if (isFault && message.logLevel !== 'none')
        faults.push(message.formatMessageWithLocation(undefined));
    },
  });
  if (faults.length > 0) throw new Error(`API Extractor complains:\n${faults.join('\n')}`);
}

function configOf({ folder, types, name, entry }: PublicEntry, root: string, temporary: string) {
  const compilerOptions = {
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
    module: 'nodenext',
    strict: true,
    // tfjs' own types do not pass without it.
    skipLibCheck: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  };
  const reports = join(temporary, name);
  const { None, Warning } = ExtractorLogLevel;
  const configObject: IConfigFile = {
    projectFolder: folder,
    mainEntryPointFilePath: types,
    newlineKind: 'lf',
    compiler: { overrideTsconfig: { compilerOptions, files: [types] } },
    apiReport: {
      enabled: true,
      reportFileName: entry,
      reportFolder: reports,
      reportTempFolder: join(reports, 'temp'),
      // They are part of what users see: an options type that extends one, for example.
      includeForgottenExports: true,
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: {
      compilerMessageReporting: { default: { logLevel: Warning } },
      extractorMessageReporting: {
        default: { logLevel: Warning },
        'ae-forgotten-export': { logLevel: None },
        'ae-missing-release-tag': { logLevel: None },
        'ae-undocumented': { logLevel: None },
        // The site's build resolves links, by TypeDoc's rules.
        'ae-unresolved-link': { logLevel: None },
      },
      // The comments follow TypeDoc, which is more lenient than TSDoc.
      tsdocMessageReporting: { default: { logLevel: None } },
    },
  };
  return ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, 'package.json'),
  });
}
