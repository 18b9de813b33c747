import { describe, expect, it } from 'vitest';
import {
  makeAppealModel,
  makeCareerPlanModel,
  makeInterviewModel,
  makeRecoveryKeyModel,
  makeSheetModel,
  makeTrainingRecordModel,
} from '../../test/support/print-models';
import type { PaperPath } from './missing-character';
import { paperFieldName, paperPersonName } from './paper-field-name';
import type { PrintModel } from './print-model';

/** Every path of a model that leads to a text. */
function textPaths(value: unknown, path: PaperPath = []): PaperPath[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    textPaths(entry, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const sheet = makeSheetModel();
/** What names the template and the layout is no text on paper. */
const unprinted = ['kind', 'layout'];

describe('paperFieldName', () => {
  it.each<[string, PrintModel]>([
    ['evaluation sheet', sheet],
    ['recovery key', makeRecoveryKeyModel()],
    ['record of a talk', makeInterviewModel()],
    ['appeal', makeAppealModel()],
    ['career plan', makeCareerPlanModel()],
    ['record of training', makeTrainingRecordModel()],
  ])('has Japanese words for every text of the %s', (_kind, model) => {
    const paths = textPaths(model).filter(([first]) => !unprinted.includes(String(first)));
    expect(paths.length).toBeGreaterThan(8);
    const nameless = paths.filter((path) => !/\p{Script=Han}/u.test(nameOf(model, path)));
    expect(nameless).toEqual([]);
    // An empty place or an English key in the words would be read out on the telephone.
    const odd = paths.map((path) => nameOf(model, path)).filter((name) => /[a-z]|「」/u.test(name));
    expect(odd).toEqual([]);
  });

  it('tells the fields that a person fills in apart', () => {
    const filled = textPaths(sheet).filter(
      ([first, , field], _index) =>
        (first === 'goals' && field !== 'evidence') || (first === 'overall' && field !== 'name'),
    );
    const names = filled.map((path) => nameOf(sheet, path));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each<[PaperPath, string]>([
    [['header', 'name'], '氏名'],
    [['goals', 0, 'content'], '個人目標1の目標'],
    [['goals', 1, 'plan'], '個人目標2のいつまでに・どの水準まで・どのように'],
    [['goals', 0, 'ratings', 'first'], '個人目標1の評語（一次）'],
    [['goals', 0, 'evidence', 0, 'text'], '個人目標1の結果と根拠（本人）'],
    [
      ['itemSections', 0, 'groups', 2, 'rows', 0, 'evidence', 0, 'text'],
      '能力「接遇」の根拠となる事実',
    ],
    [
      ['itemSections', 0, 'groups', 3, 'rows', 3, 'evidence', 1, 'text'],
      '能力「指導力・育成力」の根拠となる事実（一次）',
    ],
    [
      ['itemSections', 0, 'groups', 3, 'expectation'],
      '能力「折衝・応対力」「調整力」「企画力」「指導力・育成力」の求められる内容',
    ],
    [['development', 0, 'texts', 1, 'text'], '育成「本人の長所」（一次）'],
    [['overall', 1, 'text'], '総合所見「二次評価者」'],
    [['notes', 0, 'text'], '体系図の※'],
  ])('says %j as %s', (path, name) => {
    expect(paperFieldName(sheet, path)).toBe(name);
  });

  it.each<PaperPath[]>([
    [[]],
    [['kind']],
    [['goals', 99, 'content']],
    [['goals', 0, 'unknown']],
    [['itemSections', 0, 'groups', 99, 'rows', 0, 'name']],
    [['overall', 0]],
  ])('has no words for %j', (path) => {
    expect(paperFieldName(sheet, path)).toBeNull();
  });

  it('says whose paper it is', () => {
    expect(paperPersonName(sheet)).toBe('𠮷田　美咲');
    expect(paperPersonName(makeRecoveryKeyModel())).toBe('葛󠄀城　一郎');
  });
});

function nameOf(model: PrintModel, path: PaperPath): string {
  return paperFieldName(model, path) ?? '';
}

describe('the sheets of several people in one file', () => {
  const model: PrintModel = {
    kind: 'evaluation-sheets',
    title: '人事評価シート 市民課',
    orgUnit: '市民課',
    printedAt: sheet.printedAt,
    sheets: [sheet],
  };

  it('have the words of each sheet', () => {
    const path: PaperPath = ['itemSections', 0, 'groups', 0, 'rows', 0, 'evidence', 0, 'text'];
    expect(paperFieldName(model, ['sheets', 0, ...path])).toBe(paperFieldName(sheet, path));
    expect(paperFieldName(model, ['title'])).toBe('様式名');
    expect(paperPersonName(model)).toBe('人事評価シート 市民課');
  });
});
