import { makeForm } from '../../shared/domain/form/default-form';
import type { Author, Form } from '../../shared/domain/form/form';
import type { FrameworkSet } from '../../shared/domain/framework/framework';
import { makeFrameworkSet } from '../../shared/domain/framework/make-framework-set';
import { makeAnnualPeriod } from '../../shared/domain/period/make-period';
import type { Id } from '../../shared/domain/record/record';
import { changeEntry, type EntryPatch } from '../../shared/domain/sheet/change-entry';
import { makeSheet } from '../../shared/domain/sheet/make-sheet';
import { blankGoal } from '../../shared/domain/sheet/new-goal';
import type { GoalPlan, Sheet, SheetEntry } from '../../shared/domain/sheet/sheet';
import type { StaffMember } from '../../shared/domain/staff/staff-member';

/** `testId(7)` is the same valid id in every run. */
export function testId(number: number): Id {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const testNow = '2026-11-22T05:05:00.000Z';
const made = { now: testNow, by: testId(1) };

export const testPeriod = makeAnnualPeriod({ fiscalYear: 2026, ...made });

export function testFrameworkSet(): FrameworkSet {
  return makeFrameworkSet(made);
}

const positions: Record<string, string> = {
  shunin: 'taikeizu-1',
  'yakushoku-teinen': 'taikeizu-1',
  kacho: 'taikeizu-1',
  'kaikei-nendo': 'kaikei-nendo',
};

export function testForm(positionId = 'shunin', frameworkSet = testFrameworkSet()): Form {
  const frameworkId = positions[positionId] ?? 'taikeizu-1';
  return makeForm({
    frameworkSet,
    frameworkId,
    positionId,
    period: testPeriod,
    id: testId(4),
    ...made,
  });
}

export function testStaff(number: number, changes: Partial<StaffMember> = {}): StaffMember {
  return {
    id: testId(number),
    schemaVersion: 1,
    updatedAt: testNow,
    updatedBy: testId(1),
    number: '100234',
    name: '𠮷田 美咲',
    kana: 'よしだ みさき',
    orgUnitId: testId(22),
    frameworkId: 'taikeizu-1',
    positionId: 'shunin',
    grade: '3級',
    jobTitle: '主任',
    firstEvaluatorId: testId(11),
    secondEvaluatorId: testId(12),
    roster: null,
    ...changes,
  };
}

const unit = { schemaVersion: 1, updatedAt: testNow, updatedBy: testId(1), order: 0 };
export const testOrgUnits = [
  { ...unit, id: testId(20), name: '市民部', kind: 'department' as const, parentId: null },
  { ...unit, id: testId(21), name: '市民課', kind: 'division' as const, parentId: testId(20) },
  { ...unit, id: testId(22), name: '市民係', kind: 'section' as const, parentId: testId(21) },
];

/** 𠮷田 (10) is evaluated by 相川 (11) and 山﨑 (12). */
export function testSheet(form = testForm(), staff = testStaff(10)): Sheet {
  const first = testStaff(11, { name: '相川 直美', jobTitle: '市民係長' });
  const second = testStaff(12, { name: '山﨑 徹', jobTitle: '市民課長' });
  return makeSheet({
    staff,
    orgUnits: testOrgUnits,
    staffById: new Map([staff, first, second].map((member) => [member.id, member])),
    period: testPeriod,
    form,
    id: testId(5),
    ...made,
  });
}

export function testGoal(changes: Partial<GoalPlan> = {}): GoalPlan {
  return {
    ...blankGoal,
    order: 1,
    content: '郵送請求の処理日数の短縮',
    deadline: '2月末',
    level: '平均6日を3日に',
    method: '様式統一と下読み分担',
    weight: '40',
    difficulty: 'high',
    ...changes,
  };
}

let lastEntry = 1000;
export function testEntry(partId: string, author: Author, patch: EntryPatch): SheetEntry {
  lastEntry += 1;
  return changeEntry(null, {
    sheetId: testId(5),
    partId,
    author,
    patch,
    id: testId(lastEntry),
    ...made,
  });
}
