import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { wallCases } from './wall-cases';

const root = resolve(import.meta.dirname, '../..');

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({
      message: z.string(),
      category: z.string(),
      location: z.object({ path: z.string() }),
    }),
  ),
});
const configSchema = z.object({ plugins: z.array(z.object({ path: z.string() })) });

/** What fired, by file: the rule, or for the project's own plugins their message. */
function lint(files: Map<string, string>): Map<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ikusei-walls-'));
  try {
    cpSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    cpSync(join(root, '.gitignore'), join(folder, '.gitignore'));
    cpSync(join(root, 'package.json'), join(folder, 'package.json'));
    cpSync(join(root, 'build/lint'), join(folder, 'build/lint'), { recursive: true });
    for (const [file, text] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const run = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/@biomejs/biome/bin/biome'),
        'lint',
        '--reporter=json',
        '--max-diagnostics=none',
        '.',
      ],
      { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const fired = new Map<string, string[]>();
    for (const each of reportSchema.parse(JSON.parse(run.stdout)).diagnostics) {
      const path = each.location.path.replaceAll('\\', '/');
      const rule = each.category === 'plugin' ? each.message : each.category;
      fired.set(path, [...(fired.get(path) ?? []), rule]);
    }
    return fired;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('lint walls', () => {
  const cases = wallCases.map((wall, index) => ({
    ...wall,
    brokenFile: `${wall.folder}/broken-${index}.ts`,
    legalFile: `${wall.legalFolder ?? wall.folder}/legal-${index}.ts`,
  }));
  const misnamed = 'shared/domain/sheetRules.ts';
  const reExport = 'shared/domain/everything.ts';
  const wellNamed = ['shared/domain/sheet-rules.ts', 'renderer/ui/RatingKeys.tsx'];
  // One run judges every file: starting Biome is what costs time.
  const fired = lint(
    new Map([
      ...cases.flatMap((each): [string, string][] => [
        [each.brokenFile, each.broken],
        [each.legalFile, each.legal],
      ]),
      [reExport, "export * from './b';\n"],
      ...[misnamed, ...wellNamed].map((file): [string, string] => [file, 'export const a = 1;\n']),
    ]),
  );

  test.each(cases)('$name is refused', ({ brokenFile, rule }) => {
    expect(fired.get(brokenFile)).toEqual([expect.stringContaining(rule)]);
  });

  test.each(cases)('the legal twin of $name passes', ({ legalFile }) => {
    expect(fired.get(legalFile)).toBeUndefined();
  });

  test('a file name outside the convention is refused', () => {
    expect(fired.get(misnamed)).toEqual(['lint/style/useFilenamingConvention']);
    for (const file of wellNamed) expect(fired.get(file)).toBeUndefined();
  });

  test('exporting everything of another file is refused as that and as a barrel', () => {
    expect(fired.get(reExport)?.toSorted()).toEqual([
      'lint/performance/noBarrelFile',
      'lint/performance/noReExportAll',
    ]);
  });

  test('every plugin of the configuration is broken by a case', () => {
    const { plugins } = configSchema.parse(
      JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')),
    );
    const untried = plugins.filter(({ path }) => {
      const text = readFileSync(join(root, path), 'utf8');
      return !wallCases.some(({ rule }) => text.includes(`"${rule}`));
    });
    expect(untried).toEqual([]);
  });
});
