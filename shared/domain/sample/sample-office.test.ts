import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Author, Form } from '../form/form';
import { formSchema } from '../form/form';
import { frameworkSetSchema } from '../framework/framework';
import { policyTables } from '../framework/policy-tables';
import { orgUnitSchema } from '../organisation/org-unit';
import { fiscalYearOf } from '../period/fiscal-year';
import { periodSchema } from '../period/period';
import { missingParts, sheetProgress } from '../sheet/progress';
import { type Sheet, type SheetEntry, sheetEntrySchema, sheetSchema } from '../sheet/sheet';
import { viewerOf } from '../sheet/stage-rules';
import { staffMemberSchema } from '../staff/staff-member';
import {
  talkActionSchema,
  talkCircleSchema,
  talkNoteSchema,
  talkSchema,
  talkTopicSchema,
} from '../talk/talk';
import { sanitizeText } from '../text/sanitize';
import { trainingCallSchema } from '../training/training-call';
import { trainingRecordSchema } from '../training/training-record';
import { makeSampleOffice, type SampleOffice } from './sample-office';
import { sampleRightsOf } from './sample-rights';

const officeSchema = z.strictObject({
  orgUnits: z.array(orgUnitSchema),
  staff: z.array(staffMemberSchema),
  periods: z.array(periodSchema),
  frameworkSets: z.array(frameworkSetSchema),
  forms: z.array(formSchema),
  sheets: z.array(sheetSchema),
  sheetEntries: z.array(sheetEntrySchema),
  talkCircles: z.array(talkCircleSchema),
  talks: z.array(talkSchema),
  talkNotes: z.array(talkNoteSchema),
  talkTopics: z.array(talkTopicSchema),
  talkActions: z.array(talkActionSchema),
  trainingCalls: z.array(trainingCallSchema),
  trainingRecords: z.array(trainingRecordSchema),
  startAs: z.uuid(),
});
const hashOf = (office: SampleOffice) =>
  createHash('sha256').update(JSON.stringify(office)).digest('hex');

let office: SampleOffice;
let formOf: (sheet: Sheet) => Form;
let entriesOf: (sheet: Sheet) => SheetEntry[];
beforeAll(() => {
  office = makeSampleOffice({ seed: 1, fiscalYear: 2026 });
  const forms = new Map(office.forms.map((form) => [form.id, form]));
  const entries = new Map<string, SheetEntry[]>();
  for (const entry of office.sheetEntries) {
    entries.set(entry.sheetId, [...(entries.get(entry.sheetId) ?? []), entry]);
  }
  formOf = (sheet) => {
    const form = forms.get(sheet.formId);
    if (form === undefined) throw new Error('a sheet without form');
    return form;
  };
  entriesOf = (sheet) => entries.get(sheet.id) ?? [];
});
const named = (name: string) => office.staff.find((staff) => staff.name === name);
const currentPeriod = () => office.periods.find(({ fiscalYear }) => fiscalYear === 2026)?.id;
const currentSheetOf = (name: string) =>
  office.sheets.find(
    (sheet) => sheet.periodId === currentPeriod() && sheet.staffId === named(name)?.id,
  );

describe('the sample office', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(hashOf(makeSampleOffice({ seed: 1, fiscalYear: 2026 }))).toBe(hashOf(office));
    expect(hashOf(makeSampleOffice({ seed: 2, fiscalYear: 2026 }))).not.toBe(hashOf(office));
    expect(hashOf(makeSampleOffice({ seed: 1, fiscalYear: 2027 }))).not.toBe(hashOf(office));
  });

  it.each([0, 1, 2, 42, 0xffff_ffff, -5])('is valid by every schema from seed %i', (seed) => {
    const made = makeSampleOffice({ seed, fiscalYear: 2026 });
    expect(officeSchema.parse(made)).toEqual(made);
    const ids = [
      made.orgUnits,
      made.staff,
      made.periods,
      made.forms,
      made.sheets,
      made.sheetEntries,
      made.talkCircles,
      made.talks,
      made.talkNotes,
      made.talkTopics,
      made.talkActions,
    ]
      .flat()
      .map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(made.staff.map(({ number }) => number)).size).toBe(made.staff.length);
    expect(new Set(made.staff.map(({ name }) => name)).size).toBe(made.staff.length);
    expect(made.sheetEntries.length).toBeLessThan(7000);
  });

  it('has a few talks of the first visitor, held before her year or without a day', () => {
    const { talks, talkNotes, startAs } = office;
    expect(talks).toHaveLength(5);
    expect(talks.every(({ hostId }) => hostId === startAs)).toBe(true);
    expect(talks.every(({ on }) => on === null || fiscalYearOf(on) === 2025)).toBe(true);
    expect(talkNotes.filter(({ marks }) => marks.length > 0)).toHaveLength(1);
  });

  it('has about 60 people in 8 units under 3 departments', () => {
    const kinds = (kind: string) => office.orgUnits.filter((unit) => unit.kind === kind);
    expect(kinds('department')).toHaveLength(3);
    expect(kinds('section')).toHaveLength(8);
    expect(office.staff.length).toBeGreaterThanOrEqual(58);
    expect(office.staff.length).toBeLessThanOrEqual(64);
  });

  it('seats every position of every framework', () => {
    for (const framework of policyTables.frameworks) {
      for (const position of framework.positions) {
        const seated = office.staff.filter(
          (staff) => staff.frameworkId === framework.id && staff.positionId === position.id,
        );
        expect(seated.length, position.name).toBeGreaterThan(0);
      }
    }
  });

  it('has the people of the demonstration, spelled with their own kanji', () => {
    expect(named('𠮷田 美咲')).toMatchObject({ number: '100234', jobTitle: '主任' });
    expect(named('葛\u{e0100}城 玲')?.positionId).toBe('kaikei-nendo');
    expect(named('髙橋 翔')?.jobTitle).toBe('主査');
    expect(named('大久保 健')?.jobTitle).toBe('主事');
    expect(named('山﨑 徹')?.jobTitle).toBe('市民課長');
    expect(named('相川 直美')).toMatchObject({ id: office.startAs, jobTitle: '市民係長' });
    expect(office.staff.some(({ name }) => Array.from(name).length > 18)).toBe(true);
    expect(named('𠮷田 美咲')?.firstEvaluatorId).toBe(office.startAs);
    expect(named('𠮷田 美咲')?.secondEvaluatorId).toBe(named('山﨑 徹')?.id);
  });

  it('lets nobody evaluate herself, and gives everybody with a sheet an evaluator', () => {
    const ids = new Set(office.staff.map(({ id }) => id));
    for (const sheet of office.sheets) {
      expect(sheet.firstEvaluator).not.toBeNull();
      for (const evaluator of [sheet.firstEvaluator, sheet.secondEvaluator]) {
        if (evaluator === null) continue;
        expect(evaluator.staffId).not.toBe(sheet.staffId);
        expect(ids).toContain(evaluator.staffId);
      }
      expect(sheet.firstEvaluator?.staffId).not.toBe(sheet.secondEvaluator?.staffId);
    }
  });

  it('has two years disclosed and completely filled', () => {
    const past = office.sheets.filter(({ periodId }) => periodId !== currentPeriod());
    expect(past.length).toBeGreaterThan(100);
    for (const sheet of past) {
      expect(sheet.stage).toBe('completed');
      expect(sheet.disclosedOn).not.toBeNull();
      const writers: Author[] = ['employee', 'first'];
      if (sheet.secondEvaluator !== null) writers.push('second');
      for (const author of writers) {
        expect(missingParts(formOf(sheet), entriesOf(sheet), author)).toEqual([]);
      }
    }
  });

  it('has the current year under way, with 𠮷田’s sheet still to be written', () => {
    const current = office.sheets.filter(({ periodId }) => periodId === currentPeriod());
    expect(new Set(current.map(({ stage }) => stage))).toEqual(
      new Set(['goalSetting', 'inProgress', 'firstEvaluation', 'secondEvaluation', 'confirmation']),
    );
    expect(current).toHaveLength(office.staff.filter(({ positionId }) => positionId).length);
    const shares = new Set(
      current.map(({ progress: { employee, first, second } }) =>
        [employee, first, second]
          .map(({ filled, total }) => (filled === 0 ? '0' : filled === total ? '1' : '½'))
          .join(),
      ),
    );
    expect(shares.size).toBeGreaterThanOrEqual(5);
    const yoshida = currentSheetOf('𠮷田 美咲');
    expect(yoshida && entriesOf(yoshida)).toEqual([]);
    const okubo = currentSheetOf('大久保 健');
    expect(okubo?.progress.employee.filled).toBe(okubo?.progress.employee.total);
    expect(okubo?.progress.first.filled).toBe(0);
  });

  it('keeps true counts in every header, and lets only its authors write', () => {
    for (const sheet of office.sheets) {
      const entries = entriesOf(sheet);
      expect(sheet.progress).toEqual(sheetProgress(formOf(sheet), entries));
      for (const entry of entries) {
        const viewer = viewerOf(sheet, { staffId: entry.updatedBy, rights: ['employee'] });
        expect(viewer).toContain(entry.author);
      }
    }
  });

  it('writes varied texts with no slot left open', () => {
    const texts = office.sheetEntries.flatMap(({ text, goal }) => [
      text,
      ...(goal === null ? [] : [goal.content, goal.deadline, goal.level, goal.method]),
    ]);
    const written = texts.filter((text) => text !== '');
    for (const text of written) {
      expect(text).not.toMatch(/[{}]|undefined|NaN/u);
      expect(sanitizeText(text)).toBe(text);
    }
    expect(new Set(written).size).toBeGreaterThan(2000);
  });

  it('writes each year within its year', () => {
    const periods = new Map(office.periods.map((period) => [period.id, period]));
    for (const sheet of office.sheets) {
      const year = periods.get(sheet.periodId)?.fiscalYear;
      for (const entry of entriesOf(sheet)) {
        expect(fiscalYearOf(entry.updatedAt.slice(0, 10))).toBe(year);
        expect(entry.updatedAt <= sheet.updatedAt || sheet.stage !== 'completed').toBe(true);
      }
    }
  });

  it('gives the rights of 職員課 to whoever works there, and to nobody else', () => {
    const withRights = office.staff.filter((staff) =>
      sampleRightsOf(staff, office.orgUnits).includes('hr'),
    );
    expect(withRights.map(({ jobTitle }) => jobTitle)).toContain('職員課長');
    expect(withRights).toHaveLength(7);
    expect(withRights.some(({ id }) => id === office.startAs)).toBe(false);
  });
});
