import type { Author, Form } from '../form/form';
import { type GoalChange, type GoalField, goalChanges } from '../goal/goal-changes';
import { type GoalLog, logPhaseLabels, logTagLabels } from '../goal/goal-log';
import type { UnitGoal } from '../goal/unit-goal';
import type { PlainDate } from '../period/period';
import { formatWareki } from '../period/wareki';
import {
  type EntryLookup,
  entryLookup,
  goalEntries,
  remarkPartId,
  sheetParts,
} from '../sheet/part';
import type { Difficulty, PartId, Sheet, SheetEntry } from '../sheet/sheet';
import { authorLabels, goalFieldLabels, shortAuthorLabels } from '../sheet/sheet-words';
import type { InterviewKind } from './interview';
import { isResultKnown } from './interview-rules';

/** One thing to speak about, with what the sheet says of it. */
export type AgendaTopic = { title: string; lines: string[] };

const evaluators: readonly Author[] = ['first', 'second'];
const authors: readonly Author[] = ['employee', ...evaluators];
const difficultyWords: Readonly<Record<Difficulty, string>> = { high: '◎', normal: '', low: '△' };

type Source = {
  sheet: Pick<Sheet, 'stage' | 'disclosedColumns'>;
  form: Form;
  /** What the reader may read; nothing else can come onto her agenda. */
  entries: readonly SheetEntry[];
  unitGoals: readonly UnitGoal[];
  /** The goals as they were agreed; null where nothing was, or nothing of it is readable. */
  agreed: readonly SheetEntry[] | null;
  logs: readonly GoalLog[];
  /** The day of the last talk that the reader knows of; the middle one is about what came after. */
  lastTalk: PlainDate | null;
};

/** So many steps of one goal are listed; they are the latest. */
const MOST_STEPS = 8;

/**
 * What to speak about, from the sheet as its reader has it. The person sits at the same
 * table: ratings of others are on nobody's agenda before they are disclosed to the person.
 */
export function interviewAgenda(kind: InterviewKind, source: Source): AgendaTopic[] {
  const isOpen = (author: Author) =>
    author === 'employee' || (isResultKnown(source.sheet) && source.sheet.disclosedColumns[author]);
  const entries = source.entries.filter(({ author }) => isOpen(author));
  const open = { ...source, entries, find: entryLookup(entries) };
  if (kind === 'start') return [...unitGoalTopics(open), ...goalTopics(open)];
  if (kind === 'middle') return progressTopics(open);
  return isResultKnown(source.sheet) ? resultTopics(open) : [];
}

type OpenSource = Source & { find: EntryLookup };

function unitGoalTopics({ unitGoals }: Source): AgendaTopic[] {
  const lines = unitGoals
    .filter(({ removed }) => !removed)
    .toSorted((left, right) => left.order - right.order)
    .map(({ content }) => content.trim())
    .filter((content) => content !== '');
  return lines.length === 0 ? [] : [{ title: '組織目標', lines }];
}

function goalTopics({ entries }: Source): AgendaTopic[] {
  return goalEntries(entries).map(({ goal }, index) => ({
    title: goalTitle(index, goal?.content ?? ''),
    lines: labelled([
      ['いつまでに', goal?.deadline ?? ''],
      ['どの水準まで', goal?.level ?? ''],
      ['困難度', difficultyWords[goal?.difficulty ?? 'normal']],
    ]),
  }));
}

function progressTopics(source: Source): AgendaTopic[] {
  const { entries, agreed } = source;
  const changes = agreed === null ? [] : goalChanges(agreed, entries);
  const goals = goalEntries(entries).map(({ partId, goal, text }, index) => ({
    title: goalTitle(index, goal?.content ?? ''),
    lines: [
      ...labelled([
        ['いつまでに', goal?.deadline ?? ''],
        ['どの水準まで', goal?.level ?? ''],
        ['合意時から変更', changeWords(changes.find((change) => change.partId === partId))],
        ['ここまでの取組', text],
      ]),
      ...stepLines(partId, source),
    ],
  }));
  const gone = changes.flatMap((change) =>
    change.kind === 'removed' ? [change.agreed.content.trim()] : [],
  );
  return gone.length === 0 ? goals : [...goals, { title: '合意の後に取り除いた目標', lines: gone }];
}

/** What was agreed stands beside what is there now, as far as it is a text. */
function changeWords(change: GoalChange | undefined): string {
  if (change === undefined || change.kind === 'removed') return '';
  if (change.kind === 'added') return '加えた目標';
  const { agreed, fields } = change;
  return fields
    .map((field) => {
      const before = agreed[field];
      const isText =
        typeof before === 'string' && before.trim() !== '' && textFields.includes(field);
      return `${goalFieldLabels[field]}${isText ? `（合意時「${before.trim()}」）` : ''}`;
    })
    .join('、');
}

const textFields: readonly GoalField[] = ['content', 'deadline', 'level', 'method', 'weight'];

/** 取組の記録 of one goal since the last talk, the earliest day first. */
function stepLines(partId: PartId, { logs, lastTalk }: Source): string[] {
  const since = logs
    .filter((log) => log.partId === partId && !log.removed && log.text.trim() !== '')
    .filter(({ happenedOn }) => lastTalk === null || happenedOn > lastTalk)
    .toSorted((left, right) => left.happenedOn.localeCompare(right.happenedOn));
  const left = since.length - MOST_STEPS;
  return [
    ...(left > 0 ? [`取組の記録：ほかに、これより前の ${left} 件`] : []),
    ...since.slice(-MOST_STEPS).map(stepLine),
  ];
}

function stepLine({ happenedOn, phase, tags, text }: GoalLog): string {
  const kinds = [logPhaseLabels[phase], ...tags.map((tag) => logTagLabels[tag])].join('・');
  return `${formatWareki(happenedOn)}（${kinds}）：${text.trim()}`;
}

function resultTopics({ form, entries, find }: OpenSource): AgendaTopic[] {
  const overall = form.overall.flatMap((remark) =>
    remark.authors.flatMap((author) => {
      const entry = find(remarkPartId('overall', remark.id), author);
      const words = [entry?.rating ?? '', entry?.text.trim() ?? ''].filter((word) => word !== '');
      return words.length === 0 ? [] : [`${authorLabels[author]}：${words.join('　')}`];
    }),
  );
  const gaps = sheetParts(form, entries).flatMap(({ partId, name, rated }) => {
    const ratings = authors.map((author) => find(partId, author)?.rating ?? null);
    const [own, ...others] = ratings;
    const differs = own !== null && others.some((rating) => rating !== null && rating !== own);
    if (!rated || !differs) return [];
    const words = authors.flatMap((author, index) =>
      ratings[index] == null ? [] : [`${shortAuthorLabels[author]} ${ratings[index]}`],
    );
    return [`${name}：${words.join('、')}`];
  });
  const development = form.development.flatMap((remark) =>
    remark.authors.flatMap((author) => {
      const text = find(remarkPartId('development', remark.id), author)?.text.trim() ?? '';
      return text === '' ? [] : [`${remark.name}（${shortAuthorLabels[author]}）：${text}`];
    }),
  );
  return [
    { title: form.sectionTitles.overall, lines: overall },
    { title: '自己評価と評価者の評語が違うところ', lines: gaps },
    { title: form.sectionTitles.development, lines: development },
  ].filter(({ lines }) => lines.length > 0);
}

function goalTitle(index: number, content: string): string {
  const words = content.trim();
  return words === '' ? `個人目標${index + 1}` : `個人目標${index + 1}　${words}`;
}

function labelled(pairs: readonly (readonly [string, string])[]): string[] {
  return pairs
    .filter(([, text]) => text.trim() !== '')
    .map(([label, text]) => `${label}：${text.trim()}`);
}
