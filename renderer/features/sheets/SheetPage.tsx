import { useCallback, useEffect, useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useParams } from 'react-router';
import type { Author } from '../../../shared/domain/form/form';
import type { EntryPatch } from '../../../shared/domain/sheet/change-entry';
import type { NewGoal } from '../../../shared/domain/sheet/new-goal';
import { goalEntries, type SheetPart } from '../../../shared/domain/sheet/part';
import { missingParts } from '../../../shared/domain/sheet/progress';
import type { PartId, SheetEntry } from '../../../shared/domain/sheet/sheet';
import { addGoal, addGoals, setGoalRemoved } from '../../data/commands';
import type { SheetView } from '../../data/queries';
import { useStore } from '../../data/store-context';
import { problemOf } from '../../platform/problem';
import { flushAll } from '../../state/save-state';
import { setContextPanelOpen, useContextPanelOpen } from '../../state/view-preferences';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkButton } from '../../ui/LinkButton';
import { Spinner } from '../../ui/Spinner';
import { BesidePaper } from './BesidePaper';
import { CopyGoalsDialog } from './CopyGoalsDialog';
import { weightTotal } from './goal-words';
import { HintPanel } from './HintPanel';
import { notifyProblem } from './notify-problem';
import { partElementId } from './PartCard';
import { previousGoals } from './previous-goals';
import { ReadOnlyNote } from './ReadOnlyNote';
import { SectionNav } from './SectionNav';
import { SheetHeader } from './SheetHeader';
import { bringBackElementId, SheetSection } from './SheetSection';
import { SheetUndo } from './SheetUndo';
import { ShortcutDialog } from './ShortcutDialog';
import { sheetAutosave } from './sheet-autosave';
import { type EntryValues, entryKey, type SheetValues, toSheetValues } from './sheet-form';
import { SheetFormProvider, type SheetFormTools } from './sheet-form-context';
import {
  nextMissing,
  type PartPlan,
  removedGoals,
  type SectionId,
  type SectionPlan,
  sheetPlan,
} from './sheet-plan';
import type { TurnedField } from './turned-fields';
import { usePasteGoals } from './use-paste-goals';
import { useSheetKeys } from './use-sheet-keys';
import { useSheetPaper } from './use-sheet-paper';
import { useSheetView } from './use-sheet-view';

export function SheetPage() {
  const { sheetId = '' } = useParams();
  const result = useSheetView(sheetId);
  if (result.state === 'loading') return <Spinner label="シートを開いています" />;
  if (result.state === 'failed') {
    return (
      <div className="page-width flex flex-col items-start gap-4">
        <h1 className="text-2xl font-bold">このシートは開けません</h1>
        <ErrorNotice problem={problemOf(result.error)} className="w-full" />
        <LinkButton href="/sheets">人事評価の一覧へ</LinkButton>
      </div>
    );
  }
  const { view, me } = result.value;
  // Another reader has other columns: her page starts anew.
  return <OpenSheet key={`${view.sheet.id} ${me}`} view={view} />;
}

function OpenSheet({ view }: { view: SheetView }) {
  const store = useStore();
  const sheetId = view.sheet.id;
  const tools = useSheetTools(view);
  const sections = useStablePlan(view);
  const [focused, setFocused] = useState<PartPlan | null>(null);
  const removed = useMemo(() => removedGoals(view), [view]);
  const [lastRemoved, setLastRemoved] = useState<string | null>(null);
  const [moveTo, setMoveTo] = useState<{ partId: PartId; taken: boolean } | null>(null);
  const paper = useSheetPaper(view);
  const hintsWanted = useContextPanelOpen();
  const panelOpen = hintsWanted && paper.place !== 'beside';
  const missing = missingOf(view);
  const part = focused === null ? firstPart(sections) : findPart(sections, focused.partId);
  const [current, setCurrent] = useState<SectionId | null>(null);
  const showPart = useCallback((shown: PartPlan) => {
    setFocused(shown);
    setCurrent(shown.section);
  }, []);

  function goToSection(section: SectionId) {
    setCurrent(section);
    focusSection(section);
  }

  const removeGoal = useCallback(
    (goal: PartPlan) => {
      void attempt(async () => {
        await flushAll();
        await setGoalRemoved(store, sheetId, goal.partId, true);
        setLastRemoved(goal.name);
        setMoveTo({ partId: goal.partId, taken: true });
      });
    },
    [store, sheetId],
  );

  const forgetLastRemoved = useCallback(() => setLastRemoved(null), []);

  function bringGoalBack(partId: PartId) {
    void attempt(async () => {
      await setGoalRemoved(store, sheetId, partId, false);
      setLastRemoved(null);
      setMoveTo({ partId, taken: false });
    });
  }

  function appendGoal() {
    void attempt(async () => {
      await flushAll();
      setMoveTo({ partId: (await addGoal(store, sheetId)).partId, taken: false });
    });
  }

  const [copying, setCopying] = useState(false);
  function appendGoals(goals: readonly NewGoal[]) {
    void attempt(async () => {
      await flushAll();
      const added = await addGoals(store, sheetId, goals);
      tools.showGoals(added);
      const [first] = added;
      if (first !== undefined) setMoveTo({ partId: first.partId, taken: false });
    });
  }
  const paste = usePasteGoals(appendGoals);
  // The keyboard follows a goal that comes or goes, once the store's answer is on the page.
  useEffect(() => {
    if (moveTo === null) return;
    const { partId, taken } = moveTo;
    if (taken !== removed.some((goal) => goal.partId === partId)) return;
    if (taken) document.getElementById(bringBackElementId(partId))?.focus();
    else if (findPart(sections, partId) === null) return;
    else focusPart(partId);
    setMoveTo(null);
  }, [moveTo, sections, removed]);

  const goToNext = useCallback(() => {
    const next = nextMissing(
      sections,
      (missing ?? []).map(({ partId }) => partId),
      focused?.partId ?? null,
    );
    if (next === null) focusSection('goals');
    else focusPart(next);
  }, [sections, missing, focused]);
  const [keysShown, setKeysShown] = useState(false);
  useSheetKeys({
    sections,
    partId: focused?.partId ?? null,
    section: current ?? sections[0]?.id ?? null,
    onGoToPart: focusPart,
    onGoToSection: goToSection,
    onGoToNext: missing !== null && missing.length > 0 ? goToNext : null,
    onAddGoal: sections.some(({ growing }) => growing) ? appendGoal : null,
    onShowKeys: () => setKeysShown(true),
  });

  return (
    <SheetFormProvider tools={tools}>
      <BesidePaper paper={paper}>
        <SheetHeader
          view={view}
          actions={
            <>
              {view.writable.length > 0 && (
                <SheetUndo view={view} sections={sections} onTurned={forgetLastRemoved} />
              )}
              {!hintsWanted && paper.place === 'closed' && (
                <Button size="small" onPress={() => setContextPanelOpen(true)}>
                  手がかりを開く
                </Button>
              )}
              {paper.actions}
            </>
          }
        />
        {paper.notice}
        <ReadOnlyNote view={view} />
        {copying && (
          <CopyGoalsDialog
            periodName={view.previous?.periodName ?? null}
            goals={previousGoals(view.previous?.entries ?? [])}
            onCopy={appendGoals}
            onClose={() => setCopying(false)}
          />
        )}
        {paste.dialog}
        <ShortcutDialog ratings={tools.ratings} isOpen={keysShown} onOpenChange={setKeysShown} />
        <div
          className={classNames(
            'grid grid-cols-1 items-start gap-5',
            paper.place === 'beside'
              ? 'min-[1600px]:grid-cols-[12.5rem_minmax(0,1fr)]'
              : 'min-[900px]:grid-cols-[12.5rem_minmax(0,1fr)] min-[1600px]:grid-cols-[15rem_minmax(0,56rem)_minmax(0,1fr)]',
            panelOpen && 'min-[1160px]:max-[1599px]:grid-cols-[12.5rem_minmax(0,1fr)_17.5rem]',
          )}
        >
          <div
            className={
              paper.place === 'beside'
                ? 'min-[1600px]:sticky min-[1600px]:top-4'
                : 'min-[900px]:sticky min-[900px]:top-4'
            }
          >
            <SectionNav
              sections={sections}
              current={current ?? sections[0]?.id ?? null}
              missing={missing}
              onGoTo={goToSection}
              onGoToNext={goToNext}
              onShowKeys={() => setKeysShown(true)}
            />
          </div>
          <div className="flex min-w-0 flex-col gap-7" onPaste={paste.onPaste}>
            {sections.map((section) => (
              <SheetSection
                key={section.id}
                section={section}
                note={section.id === 'goals' ? weightNote(view) : null}
                removed={section.growing ? removed : []}
                lastRemoved={lastRemoved}
                onFocus={showPart}
                onRemoveGoal={removeGoal}
                onBringBack={bringGoalBack}
                onAddGoal={appendGoal}
                onCopyGoals={() => setCopying(true)}
              />
            ))}
          </div>
          {panelOpen && (
            <div className="min-[900px]:col-start-2 min-[1160px]:sticky min-[1160px]:top-4 min-[1160px]:col-start-3 min-[1160px]:max-h-[calc(100dvh-7rem)] min-[1160px]:overflow-auto">
              <HintPanel view={view} part={part} />
            </div>
          )}
        </div>
      </BesidePaper>
    </SheetFormProvider>
  );
}

/** The form of the sheet; made once per page, so that no keystroke touches the page. */
function useSheetTools(view: SheetView): SheetFormTools {
  const store = useStore();
  const sheetId = view.sheet.id;
  const [defaultValues] = useState<SheetValues>(() =>
    toSheetValues(view.entries, sheetAutosave(store).unsaved(sheetId)),
  );
  const { control, setValue } = useForm<SheetValues>({ defaultValues });
  // Left in the middle of a conversion: better a letter too many than a lost one.
  useEffect(() => () => sheetAutosave(store).settle(sheetId), [store, sheetId]);
  const [steps] = useState(view.form.scale.steps);
  return useMemo(
    () => ({
      control,
      save: (partId: PartId, author: Author, patch: EntryPatch) =>
        sheetAutosave(store).change({ sheetId, partId, author, patch }),
      hold: (partId: PartId, author: Author, patch: EntryPatch) =>
        sheetAutosave(store).hold({ sheetId, partId, author, patch }),
      show: (fields: readonly TurnedField[]) => {
        for (const { name, value } of fields) setValue(name, value as EntryValues);
      },
      showGoals: (entries: readonly SheetEntry[]) => {
        for (const { partId, author, goal } of entries) {
          if (goal === null) continue;
          const place = `entries.${entryKey(partId, author)}.goal` as const;
          setValue(`${place}.content`, goal.content);
          setValue(`${place}.deadline`, goal.deadline);
          setValue(`${place}.level`, goal.level);
          setValue(`${place}.method`, goal.method);
          setValue(`${place}.weight`, goal.weight);
          setValue(`${place}.difficulty`, goal.difficulty);
        }
      },
      ratings: steps.map((step) => step.rating),
      ratingMeanings: Object.fromEntries(steps.map((step) => [step.rating, step.meaning])),
    }),
    [control, setValue, store, sheetId, steps],
  );
}

/** The same plan object as long as it says the same, so that the cards stay as they are. */
function useStablePlan(view: SheetView): SectionPlan[] {
  const [stable, setStable] = useState(() => {
    const plan = sheetPlan(view);
    return { view, plan, parts: new Map(partTexts(plan)) };
  });
  if (stable.view === view) return stable.plan;
  const plan = sheetPlan(view).map((section) => ({
    ...section,
    parts: section.parts.map((part) => {
      const known = findPart(stable.plan, part.partId);
      return known !== null && stable.parts.get(part.partId) === JSON.stringify(part)
        ? known
        : part;
    }),
  }));
  setStable({ view, plan, parts: new Map(partTexts(plan)) });
  return plan;
}

function partTexts(plan: readonly SectionPlan[]): [string, string][] {
  return plan.flatMap((section) =>
    section.parts.map((part): [string, string] => [part.partId, JSON.stringify(part)]),
  );
}

function missingOf(view: SheetView): SheetPart[] | null {
  if (view.writable.length === 0) return null;
  return view.writable.flatMap((author) => missingParts(view.form, view.entries, author));
}

function weightNote(view: SheetView): { text: string; warning: boolean } | null {
  const goals = goalEntries(view.entries).flatMap(({ goal }) => (goal === null ? [] : [goal]));
  const total = weightTotal(goals);
  if (total === null) return null;
  return total === 100
    ? { text: '割合の合計 100％', warning: false }
    : { text: `割合の合計 ${total}％（100％にします）`, warning: true };
}

function firstPart(sections: readonly SectionPlan[]): PartPlan | null {
  return sections.find((section) => section.parts.length > 0)?.parts[0] ?? null;
}

function findPart(sections: readonly SectionPlan[], partId: string): PartPlan | null {
  for (const section of sections) {
    const part = section.parts.find((candidate) => candidate.partId === partId);
    if (part !== undefined) return part;
  }
  return null;
}

/** Moves to what a part still lacks, else to its first field, else to the part itself. */
function focusPart(partId: string): void {
  const card = document.getElementById(partElementId(partId));
  if (card === null) return;
  card.scrollIntoView({ block: 'center' });
  (lackingField(card) ?? card).focus({ preventScroll: true });
}

/** A goal's wording comes before its rating, a rating before what is written beside it. */
function lackingField(card: HTMLElement): HTMLElement | null {
  const fields = [...card.querySelectorAll<HTMLElement>('input, textarea')];
  const [first = null] = fields;
  const isBlank = (field: HTMLElement | null) =>
    field instanceof HTMLTextAreaElement && field.value.trim() === '';
  if (isBlank(first)) return first;
  const unrated = card.querySelector<HTMLElement>('[role="radiogroup"]:not(:has(:checked)) input');
  return unrated ?? fields.find(isBlank) ?? first;
}

function focusSection(section: SectionId): void {
  const heading = document.querySelector<HTMLElement>(`[data-section="${section}"]`);
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}

async function attempt(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    notifyProblem(error);
  }
}
