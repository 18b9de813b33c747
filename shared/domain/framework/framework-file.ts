import * as z from 'zod';
import { sanitizeLine, sanitizeText } from '../text/sanitize';
import {
  expectationCellSchema,
  type Framework,
  type FrameworkItem,
  frameworkItemSchema,
  frameworkSchema,
  type Position,
  positionSchema,
} from './framework';

/** Beyond any 給料表; a file of something else is refused before it is looked at in full. */
export const FRAMEWORK_LIMITS = {
  bytes: 2_000_000,
  frameworks: 10,
  positions: 60,
  items: 100,
  cells: 2_000,
  text: 5_000,
} as const;

export type FrameworkReading = {
  frameworks: Framework[];
  /** What keeps the file out. */
  faults: string[];
  /** What is said, and may stay: positions at which an item asks for nothing. */
  gaps: string[];
};

// Only what is known is taken: a file from outside brings no fields of its own.
const knownPosition = z.object(positionSchema.shape);
const knownFramework = z.object({
  ...frameworkSchema.shape,
  positions: z.array(knownPosition).min(1).max(FRAMEWORK_LIMITS.positions),
  items: z.array(z.object(frameworkItemSchema.shape)).max(FRAMEWORK_LIMITS.items),
  cells: z
    .array(
      z.object({ ...expectationCellSchema.shape, text: z.string().max(FRAMEWORK_LIMITS.text) }),
    )
    .max(FRAMEWORK_LIMITS.cells),
});
const knownTables = z.object({
  frameworks: z.array(knownFramework).min(1).max(FRAMEWORK_LIMITS.frameworks),
});
/** One framework, or several as in the policy's own tables. */
const fileSchema = z.preprocess(
  (content) => (isTables(content) ? content : { frameworks: [content] }),
  knownTables,
);

function isTables(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'frameworks' in content;
}

/**
 * Reads a file of frameworks from outside, in the shape of the policy's own tables.
 *
 * @param present those that are there already
 */
export function readFrameworkFile(text: string, present: readonly Framework[]): FrameworkReading {
  const refused = (fault: string): FrameworkReading => ({
    frameworks: [],
    faults: [fault],
    gaps: [],
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return refused('JSONとして読めません。');
  }
  const parsed = fileSchema.safeParse(content);
  if (!parsed.success) return refused(`体系図の形ではありません（${placeOf(parsed.error)}）。`);
  const frameworks = parsed.data.frameworks.map(sanitized);
  const faults = frameworks.flatMap((framework, index) => [
    ...clashes(framework, [...present, ...frameworks.slice(0, index)]),
    ...faultsOf(framework).map((fault) => `${framework.name}：${fault}`),
  ]);
  return { frameworks, faults, gaps: frameworks.flatMap(gapsOf) };
}

/** Where in the file it is not as it should be, for whoever made it. */
function placeOf({ issues: [first] }: z.ZodError): string {
  return (first?.path ?? []).join('.');
}

function sanitized(framework: Framework): Framework {
  return {
    ...framework,
    name: sanitizeLine(framework.name).trim(),
    positions: framework.positions.map((position) => ({
      ...position,
      name: sanitizeLine(position.name).trim(),
      role: sanitizeText(position.role).trim(),
    })),
    items: framework.items.map((item) => ({ ...item, name: sanitizeLine(item.name).trim() })),
    cells: framework.cells.map((cell) => ({ ...cell, text: sanitizeText(cell.text).trim() })),
  };
}

function clashes({ id, name }: Framework, others: readonly Framework[]): string[] {
  if (name === '') return ['名前のない体系図があります。'];
  const same = others.find((other) => other.id === id || fold(other.name) === fold(name));
  return same === undefined ? [] : [`「${name}」と同じ体系図（${same.name}）が、すでにあります。`];
}

/** As a roster's 給料表 finds its framework. */
function fold(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '');
}

function faultsOf({ positions, items, cells }: Framework): string[] {
  const positionIds = new Set(positions.map(({ id }) => id));
  const itemIds = new Set(items.map(({ id }) => id));
  const unnamed = [...positions, ...items].filter(({ name }) => name === '');
  const orphans = positions.filter(
    ({ variantOf }) => variantOf !== null && !positionIds.has(variantOf),
  );
  const strangers = cells.flatMap((cell) => [
    ...cell.positions.filter((id) => !positionIds.has(id)),
    ...cell.items.filter((id) => !itemIds.has(id)),
  ]);
  return [
    ...doubled(positions).map((id) => `職位のid「${id}」が二つあります。`),
    ...doubled(items).map((id) => `項目のid「${id}」が二つあります。`),
    ...unnamed.map(({ id }) => `「${id}」に名前がありません。`),
    ...orphans.map(({ name }) => `「${name}」がもとにする職位がありません。`),
    ...[...new Set(strangers)].map((id) => `表の「${id}」という職位や項目がありません。`),
    ...doublyCovered(positions, items, cells).map(
      ([item, position]) => `「${item.name}」×「${position.name}」の文言が二つあります。`,
    ),
  ];
}

function doubled(things: readonly { id: string }[]): string[] {
  const ids = things.map(({ id }) => id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

function doublyCovered(
  positions: readonly Position[],
  items: readonly FrameworkItem[],
  cells: Framework['cells'],
): [FrameworkItem, Position][] {
  const seen = new Set<string>();
  const doubles = new Set<string>();
  for (const cell of cells) {
    for (const item of new Set(cell.items)) {
      for (const position of new Set(cell.positions)) {
        const key = `${item} ${position}`;
        if (seen.has(key)) doubles.add(key);
        seen.add(key);
      }
    }
  }
  return items.flatMap((item) =>
    positions
      .filter((position) => doubles.has(`${item.id} ${position.id}`))
      .map((position): [FrameworkItem, Position] => [item, position]),
  );
}

function gapsOf({ name, positions, items, cells }: Framework): string[] {
  const covered = new Set(
    cells.flatMap((cell) =>
      cell.items.flatMap((item) => cell.positions.map((position) => `${item} ${position}`)),
    ),
  );
  return items.flatMap((item) => {
    const lacking = positions.filter(({ id }) => !covered.has(`${item.id} ${id}`));
    if (lacking.length === 0) return [];
    const places = lacking.map((position) => position.name).join('、');
    return [`${name}：「${item.name}」は、${places}に求める内容がありません。`];
  });
}
