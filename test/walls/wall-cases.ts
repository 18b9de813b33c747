/** One wall: a text that must be refused for exactly one reason, and its legal twin. */
export type WallCase = {
  name: string;
  /** A lint rule, or for the project's own plugins the beginning of the message. */
  rule: string;
  folder: string;
  broken: string;
  legal: string;
  /** Where the legal text stands, when only another place makes it legal. */
  legalFolder?: string;
};

const noHost = 'shared/ knows no host';
const noNode = 'Node modules belong to electron/';
const innermost = 'shared/domain rests on nothing but itself';
const frozen = 'A migration freezes the old shape';
const nodeSide = 'electron/ never imports renderer';
const preload = 'The preload never imports electron/main';
const pageSide = 'renderer/ never imports electron';
const ownerOfDexie = 'Only renderer/data imports dexie';
const ownerOfZustand = 'Only renderer/state imports zustand';
const ui = 'renderer/ui knows no domain';
const data = 'renderer/data knows no screen';
const state = 'renderer/state holds no rows';
const platform = 'renderer/platform rests on shared only';
const feature = 'Features never import each other';
const conversion = 'Keys are read through renderer/ui/composition.ts';
const clock = 'shared/ has no clock and no dice';
const door = 'window.api is used in renderer/platform only';
const electronModule = 'Only electron/ imports the electron module';
const network = 'lint/style/noRestrictedGlobals';

function imports(from: string): string {
  return `import { thing } from '${from}';\n\nexport const used = thing;\n`;
}

/** Rule, folder, a specifier that breaks the wall, one that does not. */
type ImportRow = [rule: string, folder: string, broken: string, legal: string];

const importRows: ImportRow[] = [
  [noHost, 'shared/print', 'electron', 'zod'],
  [noHost, 'shared/ipc', '../../electron/main/b', '../domain/b'],
  [noHost, 'shared/domain', '../../renderer/ui/b', './b'],
  [noHost, 'shared/domain', 'dexie', 'zod'],
  [noHost, 'shared/domain', 'react', 'zod'],
  [noHost, 'shared/ipc', 'react-aria-components', 'zod'],
  [noHost, 'shared/domain', 'zustand', 'zod'],
  [noNode, 'shared/domain', 'node:fs', './b'],
  [noNode, 'renderer/data', 'node:path', './b'],
  [innermost, 'shared/domain/sheet', '../../ipc/b', '../form/b'],
  [innermost, 'shared/domain', '../print/b', './b'],
  [frozen, 'shared/migrations', '../domain/b', './b'],
  [nodeSide, 'electron/main', '../../renderer/ui/b', './b'],
  [nodeSide, 'electron/main', 'dexie', 'electron'],
  [nodeSide, 'electron/main', 'react', 'node:fs'],
  [nodeSide, 'electron/main', 'zustand', 'zod'],
  [preload, 'electron/preload', '../main/b', '../../shared/ipc/b'],
  [pageSide, 'renderer/app', '../../electron/preload/b', '../platform/b'],
  [ui, 'renderer/ui', '../data/b', './b'],
  [ui, 'renderer/ui', '../features/sheets/b', 'react'],
  [ui, 'renderer/ui', '../state/b', 'react-aria-components'],
  [ui, 'renderer/ui', '../../shared/domain/b', './b'],
  [data, 'renderer/data', '../features/sheets/b', '../platform/b'],
  [data, 'renderer/data', '../state/b', '../../shared/domain/b'],
  [data, 'renderer/data', '../ui/Button', 'dexie'],
  [data, 'renderer/data', 'react-aria-components', 'dexie-react-hooks'],
  [state, 'renderer/state', '../data/b', '../../shared/domain/b'],
  [state, 'renderer/state', '../features/sheets/b', 'zustand'],
  [platform, 'renderer/platform', '../data/b', '../../shared/ipc/b'],
  [feature, 'renderer/common', '../features/sheets/b', '../data/b'],
  [data, 'renderer/data', '../common/b', './b'],
  [ui, 'renderer/ui', '../common/b', './b'],
  [feature, 'renderer/features/sheets', '../start/b', './start/b'],
  [feature, 'renderer/features/sheets', '../../features/start/b', '../../ui/b'],
  [feature, 'renderer/features/sheets', '../../app/b', '../../data/b'],
  [feature, 'renderer/features/sheets/form', '../../start/b', '../start/b'],
  [feature, 'renderer/features/sheets/form/item', '../../../start/b', '../../start/b'],
];

const textCases: WallCase[] = [
  {
    name: 'renderer → electron as a type',
    rule: pageSide,
    folder: 'renderer/app',
    broken: "import type { App } from '../../electron/main/app';\n\nexport type Used = App;\n",
    legal: "import type { App } from './App';\n\nexport type Used = App;\n",
  },
  {
    name: 'electron module outside electron/',
    rule: electronModule,
    folder: 'test/host',
    broken: imports('electron'),
    legal: "import type { App } from 'electron';\n\nexport type Used = App;\n",
  },
  {
    name: 'dexie outside renderer/data',
    rule: ownerOfDexie,
    folder: 'renderer/app',
    broken: imports('dexie'),
    legal: imports('dexie'),
    legalFolder: 'renderer/data',
  },
  {
    name: 'dexie-react-hooks outside renderer/data',
    rule: ownerOfDexie,
    folder: 'renderer/features/sheets',
    broken: imports('dexie-react-hooks'),
    legal: imports('dexie-react-hooks'),
    legalFolder: 'renderer/data',
  },
  {
    name: 'zustand outside renderer/state',
    rule: ownerOfZustand,
    folder: 'renderer/features/sheets',
    broken: imports('zustand'),
    legal: imports('zustand'),
    legalFolder: 'renderer/state',
  },
  {
    name: 'feature → feature, loaded lazily',
    rule: feature,
    folder: 'renderer/features/hr',
    broken: "export const load = (): Promise<unknown> => import('../sheets/b');\n",
    legal: "export const load = (): Promise<unknown> => import('./sheets/b');\n",
  },
  {
    name: 'feature → feature, as a type',
    rule: feature,
    folder: 'renderer/features/hr',
    broken: "export type B = import('../sheets/b').B;\n",
    legal: "export type B = import('./sheets/b').B;\n",
  },
  {
    name: 'window.api outside renderer/platform',
    rule: door,
    folder: 'renderer/features/hr',
    broken: 'export const api: unknown = window.api;\n',
    legal: 'export const api: unknown = window.api;\n',
    legalFolder: 'renderer/platform',
  },
  {
    name: 'Date.now in shared',
    rule: clock,
    folder: 'shared/domain',
    broken: 'export const now = Date.now();\n',
    legal: "export const day = Date.parse('2026-04-01');\n",
  },
  {
    name: 'new Date() in shared',
    rule: clock,
    folder: 'shared/domain',
    broken: 'export const now = new Date();\n',
    legal: 'export const day = new Date(0);\n',
  },
  {
    name: 'Math.random in shared',
    rule: clock,
    folder: 'shared/print',
    broken: 'export const dice = Math.random();\n',
    legal: 'export const most = Math.max(1, 2);\n',
  },
  {
    name: 'fetch in product code',
    rule: network,
    folder: 'renderer/app',
    broken: "export const load = (): unknown => fetch('/');\n",
    legal: 'export const load = (fetch: () => unknown): unknown => fetch();\n',
  },
  {
    name: 'XMLHttpRequest in product code',
    rule: network,
    folder: 'renderer/app',
    broken: 'export const request = new XMLHttpRequest();\n',
    legal: 'export const request = new Map();\n',
  },
  {
    name: 'WebSocket in product code',
    rule: network,
    folder: 'electron/main',
    broken: "export const socket = new WebSocket('ws://a');\n",
    legal: 'export const socket = new Map();\n',
  },
  {
    name: 'localStorage in product code',
    rule: network,
    folder: 'renderer/state',
    broken: 'export const storage = localStorage;\n',
    legal: "export const storage = 'localStorage';\n",
  },
  {
    name: 'sessionStorage in product code',
    rule: network,
    folder: 'renderer/state',
    broken: 'export const storage = sessionStorage;\n',
    legal: "export const storage = 'sessionStorage';\n",
  },
  {
    name: 'console in product code',
    rule: 'lint/suspicious/noConsole',
    folder: 'electron/main',
    broken: "console.log('a');\n",
    legal: "console.log('a');\n",
    legalFolder: 'test/host',
  },
  {
    name: 'any',
    rule: 'lint/suspicious/noExplicitAny',
    folder: 'shared/domain',
    broken: 'export type A = any;\n',
    legal: 'export type A = unknown;\n',
  },
  {
    name: 'default export',
    rule: 'lint/style/noDefaultExport',
    folder: 'electron/main',
    broken: 'export default 1;\n',
    legal: 'export const one = 1;\n',
  },
  {
    name: 'non-null assertion',
    rule: 'lint/style/noNonNullAssertion',
    folder: 'shared/domain',
    broken: 'export const first = (list: number[]): number => list.at(0)!;\n',
    legal: 'export const first = (list: number[]): number => list.at(0) ?? 0;\n',
  },
  {
    name: 'barrel',
    rule: 'lint/performance/noBarrelFile',
    folder: 'shared/domain',
    broken: "export { b } from './b';\n",
    legal: imports('./b'),
  },
  {
    name: 'floating promise',
    rule: 'lint/nursery/noFloatingPromises',
    folder: 'electron/main',
    broken: 'export async function save() {}\n\nexport function run() {\n  save();\n}\n',
    legal: 'export async function save() {}\n\nexport function run() {\n  void save();\n}\n',
  },
  {
    name: 'promise as a condition',
    rule: 'lint/nursery/noMisusedPromises',
    folder: 'electron/main',
    broken: 'export async function ok() {\n  return 1;\n}\n\nexport const a = ok() ? 1 : 2;\n',
    legal:
      'export async function ok() {\n  return 1;\n}\n\nexport const a = (await ok()) ? 1 : 2;\n',
  },
  {
    name: 'import of a type as a value',
    rule: 'lint/style/useImportType',
    folder: 'shared/domain',
    broken: "import { Id } from './b';\n\nexport type Key = Id;\n",
    legal: "import type { Id } from './b';\n\nexport type Key = Id;\n",
  },
  {
    name: 'unused import',
    rule: 'lint/correctness/noUnusedImports',
    folder: 'shared/domain',
    broken: "import { b } from './b';\n\nexport const a = 1;\n",
    legal: "import { b } from './b';\n\nexport const a = b;\n",
  },
  {
    name: 'interface',
    rule: 'lint/style/useConsistentTypeDefinitions',
    folder: 'shared/domain',
    broken: 'export interface A {\n  a: string;\n}\n',
    legal: 'export type A = {\n  a: string;\n};\n',
  },
  ...[
    "export const a = (event: KeyboardEvent) => event.key === 'Enter';\n",
    "export const a = (event: KeyboardEvent) => event.key !== 'Escape';\n",
    "export function a(event: KeyboardEvent) {\n  switch (event.key) {\n    case 'Enter':\n      return 1;\n    default:\n      return 2;\n  }\n}\n",
  ].map((broken, index) => ({
    name: `key read past a conversion, ${['is', 'is not', 'switch'][index]}`,
    rule: conversion,
    folder: 'renderer/features/sheets',
    broken,
    legal:
      "import { pressedKey } from '../../ui/composition';\n\nexport const a = (event: KeyboardEvent) => pressedKey(event) === 'Enter';\n",
  })),
  {
    name: 'key of a row, which is none of the keyboard',
    rule: conversion,
    folder: 'renderer/ui',
    broken: "export const a = (event: KeyboardEvent) => event.key === 'Tab';\n",
    legal: 'export const a = (row: { key: string }, key: string) => row.key === key;\n',
  },
  {
    name: 'hook under a condition',
    rule: 'lint/correctness/useHookAtTopLevel',
    folder: 'renderer/ui',
    broken:
      "import { useState } from 'react';\n\nexport function useA(on: boolean) {\n  if (on) useState(0);\n}\n",
    legal: "import { useState } from 'react';\n\nexport function useA() {\n  useState(0);\n}\n",
  },
];

export const wallCases: WallCase[] = [
  ...importRows.map(([rule, folder, broken, legal]) => ({
    name: `${folder} → ${broken}`,
    rule,
    folder,
    broken: imports(broken),
    legal: imports(legal),
  })),
  ...textCases,
];
