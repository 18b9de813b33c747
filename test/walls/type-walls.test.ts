import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

const probes = {
  document: 'export const a = document.title;\n',
  process: 'export const a = process.env;\n',
  fetch: "export const a = fetch('/');\n",
  setTimeout: 'export const a = setTimeout(() => undefined, 1);\n',
  console: "console.log('a');\n",
  indexedDB: 'export const a = indexedDB;\n',
  crypto: 'export const a = crypto.randomUUID();\n',
  'node:fs': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n",
};

describe('the types of shared/', () => {
  let folder = '';
  let output = '';

  beforeAll(() => {
    // Inside the clone, so that the probes see the packages shared/ sees; and together
    // with all of shared/, because one import of Node or DOM types there would leak
    // into every file.
    mkdirSync(join(root, '.cache'), { recursive: true });
    folder = mkdtempSync(join(root, '.cache/type-walls-'));
    for (const [name, text] of Object.entries(probes)) {
      writeFileSync(join(folder, `${name.replace(':', '-')}.ts`), text);
    }
    writeFileSync(join(folder, 'legal.ts'), 'export const a = [1].map((one) => one + 1);\n');
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: join(relative(folder, root), 'tsconfig.shared.json').replaceAll('\\', '/'),
        compilerOptions: { composite: false, emitDeclarationOnly: false, noEmit: true },
        include: ['*.ts', '../../shared/**/*.ts', '../../shared/**/*.json'],
        exclude: ['../../shared/**/*.test.ts'],
      }),
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const run = spawnSync(process.execPath, [tsc, '-p', folder, '--pretty', 'false'], {
      cwd: folder,
      encoding: 'utf8',
    });
    output = run.stdout;
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(Object.keys(probes))('%s is a compile error', (name) => {
    const file = `${name.replace(':', '-')}.ts`;
    const missing = output
      .split(/\r?\n/u)
      .filter((line) => line.startsWith(`${file}(`))
      .map((line) => /error (TS\d+)/u.exec(line)?.[1]);
    // "Cannot find name", the same with a hint to add Node or DOM types, or no module.
    expect(missing).toHaveLength(1);
    expect(['TS2304', 'TS2307', 'TS2580', 'TS2584', 'TS2591']).toContain(missing[0]);
  });

  test('plain code compiles', () => {
    expect(output).not.toContain('legal.ts(');
  });
});
