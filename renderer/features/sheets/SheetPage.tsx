import { useMemo, useState } from 'react';
import { useLocation, useParams } from 'react-router';
import type { GoalChange } from '../../../shared/domain/goal/goal-changes';
import type { NamedUnitGoal } from '../../../shared/domain/goal/goal-facts';
import { isResultKnown } from '../../../shared/domain/interview/interview-rules';
import { dueParts } from '../../../shared/domain/sheet/hand-in';
import { goalEntries, type SheetPart } from '../../../shared/domain/sheet/part';
import { typesFor } from '../../../shared/domain/sheet/proxy-rules';
import { type GoalLogs, loadGoalLogs } from '../../data/goal-log-queries';
import type { SheetView } from '../../data/queries';
import { useLiveQuery } from '../../data/use-live-query';
import { problemOf } from '../../platform/problem';
import { setContextPanelOpen, useContextPanelOpen } from '../../state/view-preferences';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { LinkButton } from '../../ui/LinkButton';
import { Spinner } from '../../ui/Spinner';
import { useStableHandler } from '../../ui/use-stable-handler';
import { BesidePaper } from './BesidePaper';
import { CopyGoalsDialog } from './CopyGoalsDialog';
import { besidesOf, EvaluatorChanges } from './EvaluatorChanges';
import { weightTotal } from './goal-words';
import { HintPanel } from './HintPanel';
import { previousGoals } from './previous-goals';
import { SectionNav } from './SectionNav';
import { SheetHeader } from './SheetHeader';
import { SheetSection } from './SheetSection';
import { SheetTabs } from './SheetTabs';
import { SheetUndo } from './SheetUndo';
import { ShortcutDialog } from './ShortcutDialog';
import { StagePanel, standingOf } from './StagePanel';
import { focusPart, focusSection } from './sheet-focus';
import { SheetFormProvider } from './sheet-form-context';
import {
  changesSinceAgreed,
  findPart,
  firstPart,
  nextMissing,
  type PartPlan,
  type RemovedGoal,
  removedGoals,
  type SectionId,
  sheetPlan,
} from './sheet-plan';
import { useGoalActions } from './use-goal-actions';
import { placeOf, useArrival, useOtherPeople } from './use-other-people';
import { usePasteGoals } from './use-paste-goals';
import { useScoreBreakdown } from './use-score-breakdown';
import { useSheetKeys } from './use-sheet-keys';
import { useSheetPaper } from './use-sheet-paper';
import { useSheetTools } from './use-sheet-tools';
import { useSheetView } from './use-sheet-view';
import { useStableValue } from './use-stable-value';
import { WhoseSheet, WhoseSheetLine } from './WhoseSheet';

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
  // Another reader has other columns, another form other fields: the page starts anew.
  const isHeld = view.sheet.id !== sheetId;
  return (
    // What is typed on the way belongs to nobody.
    <div className="contents" inert={isHeld}>
      <OpenSheet key={`${view.sheet.id} ${me} ${view.form.id}`} view={view} me={me} />
    </div>
  );
}

/**
 * What is said of the sheet is handed on as the same object as long as it is the same, so
 * that a save draws only what it has changed.
 */
function OpenSheet({ view, me }: { view: SheetView; me: string }) {
  const { id: sheetId, staffId } = view.sheet;
  const tools = useSheetTools(view);
  const sections = useStableValue(useMemo(() => sheetPlan(view), [view]));
  const removed = useStableValue(useMemo(() => removedGoals(view), [view]));
  const changes = useStableValue(useMemo(() => changesSinceAgreed(view), [view]));
  const unitGoals = useStableValue(view.goalFacts.unitGoals);
  const loaded = useLiveQuery(
    (store) => loadGoalLogs(store, sheetId),
    [sheetId, view.sheet.stage, me],
  );
  const logs = loaded.state === 'ready' ? loaded.value : noLogs;
  const missing = useStableValue(useMemo(() => missingOf(view), [view]));
  const note = useStableValue(weightNote(view));
  const standing = useStableValue(useMemo(() => standingOf(view), [view]));
  const mayAppeal = view.viewer.includes('employee') && isResultKnown(view.sheet);
  const links = useMemo(
    () => (
      <SheetTabs sheetId={sheetId} staffId={staffId} current="sheet" mayAppeal={mayAppeal} inline />
    ),
    [sheetId, staffId, mayAppeal],
  );
  const besides = useStableValue(useMemo(() => besidesOf(view), [view]));
  const score = useScoreBreakdown(view, sections);
  const goals = useGoalActions(sheetId, tools, sections, removed);
  const [focused, setFocused] = useState<PartPlan | null>(null);
  const others = useStableValue(
    useOtherPeople(view.sheet, me, placeOf(sections, focused?.partId ?? null)),
  );
  const arrived = useArrival(useLocation().state, sections);
  const paper = useSheetPaper(view);
  const hintsWanted = useContextPanelOpen();
  const panelOpen = hintsWanted && paper.place !== 'beside';
  const part = focused === null ? firstPart(sections) : findPart(sections, focused.partId);
  const [current, setCurrent] = useState<SectionId | null>(null);
  const section = current ?? sections[0]?.id ?? null;
  const showPart = useStableHandler((shown: PartPlan) => {
    setFocused(shown);
    setCurrent(shown.section);
  });
  const goToSection = useStableHandler((to: SectionId) => {
    setCurrent(to);
    focusSection(to);
  });
  const goToNext = useStableHandler(() => {
    const next = nextMissing(
      sections,
      (missing ?? []).map(({ partId }) => partId),
      focused?.partId ?? null,
    );
    if (next === null) focusSection('goals');
    else focusPart(next);
  });
  const [copying, setCopying] = useState(false);
  const copyGoals = useStableHandler(() => setCopying(true));
  const paste = usePasteGoals(goals.appendAll);
  const [keysShown, setKeysShown] = useState(false);
  const showKeys = useStableHandler(() => setKeysShown(true));
  useSheetKeys({
    sections,
    partId: focused?.partId ?? null,
    section,
    onGoToPart: focusPart,
    onGoToSection: goToSection,
    onGoToNext: missing !== null && missing.length > 0 ? goToNext : null,
    onAddGoal: sections.some(({ growing }) => growing) ? goals.append : null,
    onGoToPerson: others?.goTo ?? null,
    onShowKeys: showKeys,
  });

  const hintsClosed = !hintsWanted && paper.place === 'closed';
  const { forgetLastRemoved } = goals;
  const actions = useMemo(
    () => (
      <>
        {view.writable.length > 0 && (
          <SheetUndo
            sheetId={sheetId}
            titled={view.writable.length > 1}
            sections={sections}
            onTurned={forgetLastRemoved}
          />
        )}
        {hintsClosed && (
          <Button size="small" onPress={() => setContextPanelOpen(true)}>
            手がかりを開く
          </Button>
        )}
        {paper.actions}
      </>
    ),
    [view.writable, sheetId, sections, forgetLastRemoved, hintsClosed, paper.actions],
  );

  return (
    <SheetFormProvider tools={tools} unitGoals={unitGoals}>
      <BesidePaper paper={paper}>
        <SheetHeader
          sheet={view.sheet}
          form={view.form}
          period={view.period}
          writable={view.writable}
          isTyping={typesFor(view.viewer, view.sheet)}
          others={others}
          actions={actions}
        />
        <StagePanel standing={standing} form={view.form} writable={view.writable} links={links} />
        <p role="status" className="sr-only">
          {arrived && `${view.sheet.staff.name} さんのシートです`}
        </p>
        {paper.notice}
        {copying && (
          <CopyGoalsDialog
            periodName={view.previous?.periodName ?? null}
            goals={previousGoals(view.previous?.entries ?? [])}
            onCopy={goals.appendAll}
            onClose={() => setCopying(false)}
          />
        )}
        {paste.dialog}
        <ShortcutDialog ratings={tools.ratings} isOpen={keysShown} onOpenChange={setKeysShown} />
        {/* Where the sections lie flat they scroll away; the name does not. */}
        <WhoseSheetLine
          person={view.sheet.staff.name}
          className={paper.place === 'beside' ? 'min-[1600px]:hidden' : 'min-[900px]:hidden'}
        />
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
                ? 'min-[1600px]:sticky min-[1600px]:top-4 min-[1600px]:z-1'
                : 'min-[900px]:sticky min-[900px]:top-4 min-[900px]:z-1'
            }
          >
            <WhoseSheet
              person={view.sheet.staff.name}
              className={classNames(
                'mb-3 hidden',
                paper.place === 'beside' ? 'min-[1600px]:block' : 'min-[900px]:block',
              )}
            />
            <SectionNav
              sections={sections}
              current={section}
              missing={missing}
              onGoTo={goToSection}
              onGoToNext={goToNext}
              onShowKeys={showKeys}
            />
          </div>
          <div className="flex min-w-0 flex-col gap-7" onPaste={paste.onPaste}>
            {sections.map((plan) => (
              <SheetSection
                key={plan.id}
                section={plan}
                note={plan.id === 'goals' ? note : null}
                lead={plan.id === 'overall' ? score : null}
                removed={plan.growing ? removed : noGoals}
                lastRemoved={goals.lastRemoved}
                changes={plan.id === 'goals' ? changes : noChanges}
                unitGoals={plan.id === 'goals' ? unitGoals : noUnitGoals}
                sheetId={sheetId}
                logs={plan.id === 'goals' ? logs : noLogs}
                onFocus={showPart}
                onRemoveGoal={goals.remove}
                onBringBack={goals.bringBack}
                onAddGoal={goals.append}
                onCopyGoals={copyGoals}
              />
            ))}
            <EvaluatorChanges view={besides} me={me} />
          </div>
          {panelOpen && (
            <div className="min-[900px]:col-start-2 min-[1160px]:sticky min-[1160px]:top-4 min-[1160px]:z-1 min-[1160px]:col-start-3 min-[1160px]:max-h-[calc(100dvh-7rem)] min-[1160px]:overflow-auto">
              <HintPanel
                form={view.form}
                settlements={view.settlements}
                previous={view.previous}
                part={part}
                unitGoals={unitGoals}
                // 職員課 notes nothing of those whom it does not evaluate.
                staffId={view.viewer.some((role) => role !== 'hr') ? view.sheet.staffId : null}
                period={view.period}
              />
            </div>
          )}
        </div>
      </BesidePaper>
    </SheetFormProvider>
  );
}

const noGoals: readonly RemovedGoal[] = [];
const noChanges: readonly GoalChange[] = [];
const noLogs: GoalLogs = { logs: [], writable: false };
const noUnitGoals: readonly NamedUnitGoal[] = [];

function missingOf(view: SheetView): SheetPart[] | null {
  if (view.writable.length === 0) return null;
  const { sheet, form, entries, writable } = view;
  return writable.flatMap((author) => dueParts(sheet.stage, form, entries, author));
}

function weightNote(view: SheetView): { text: string; warning: boolean } | null {
  const goals = goalEntries(view.entries).flatMap(({ goal }) => (goal === null ? [] : [goal]));
  const total = weightTotal(goals);
  if (total === null) return null;
  return total === 100
    ? { text: '割合の合計 100％', warning: false }
    : { text: `割合の合計 ${total}％（100％にします）`, warning: true };
}
